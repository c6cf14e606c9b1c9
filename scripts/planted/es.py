"""Spanish: names, forms of values, and sentence templates; entries of even place are part dev, of odd place test."""

import datetime
import random
import re
from typing import Any

ARTICLE = r"^(?:la|el|los|las) "
CURRENCIES = {"$": "dólares", "€": "euros"}
TOWNS = [
    ("Villarenas", "la comarca del Sarmo"), ("Puerto Almiz", "la costa de Orde"), ("San Telmo del Río", "el valle de Brea"),
    ("Torralbar", "la provincia de Cierzo"), ("Pozohondo", "la Alta Meseta"), ("Santa Orosia", "la región de Lirios"),
    ("Campoviejo", "el departamento de Tauro"), ("Robledal", "la sierra de Ancas"),
]  # fmt: skip
PAPERS = [
    "Diario de Villarenas", "Correo de Orde", "Noticias del Sarmo", "Crónica Abierta", "Voz de Cierzo", "Gaceta de Brea",
    "Radio Almiz", "Canal Nueve", "Tribuna de Lirios", "Hoy Tauro", "Heraldo del Valle", "Nueva Jornada", "Mirador",
    "Prensa de la Costa", "Observador de Ancas", "Primera Hora de Torralbar",
]  # fmt: skip
WIRES = ["Agencia Meridiana", "Corvus", "Prensa Unida"]
REPORTERS = ["", "", "Redacción", "Lucía Abril", "Tomás Cerro", "Corresponsal", "Elvira Luna"]
FIRST = {
    "f": ["Marta", "Elena", "Rosa", "Clara", "Nuria", "Amparo", "Beatriz", "Teresa"],
    "m": ["Andrés", "Martín", "Rubén", "Víctor", "Hugo", "Darío", "Gonzalo", "Pablo"],
}
LAST = ["Quiroga", "Belmonte", "Ochoa", "Salvatierra", "Ferrán", "Tejada", "Maldonado", "Zaldívar", "Rincón", "Urrutia"]
SOURCES = {
    "disaster": ["la policía", "el cuerpo de bomberos", "el gobierno regional", "Protección Civil", "el servicio de emergencias"],
    "strike": ["la policía", "el Ministerio del Interior", "el ayuntamiento", "una portavoz policial"],
    "takeover": ["una fuente cercana al consejo", "la bolsa de valores", "un portavoz de la empresa", "la dirección"],
    "verdict": ["un portavoz judicial", "la fiscalía", "una portavoz del tribunal", "el tribunal"],
    "vote": ["la junta electoral", "el organismo electoral", "la televisión pública", "un portavoz de la junta"],
    "aid": ["una fuente oficial", "el Ministerio de Hacienda", "un diplomático", "una portavoz ministerial"],
}  # fmt: skip
ATTRIBUTIONS = [", informó {src}.", ", según {src}.", ", indicó {src} en un comunicado."]
HEDGES = {
    "about": ["cerca de", "alrededor de", "aproximadamente"],
    "over": ["más de"],
    "least": ["al menos"],
    "nearly": ["casi"],
}
WHAT = {
    "deaths": "número de muertos", "injured": "número de heridos", "displaced": "número de evacuados",
    "homes": "número de viviendas destruidas", "arrested": "número de detenidos",
}  # fmt: skip
RISES = [
    "El {what}, cifrado al principio en {old:x}, subió a {new:x}.",
    "El {what} pasó de {old:x} a {new:x}.",
    "Antes se había hablado de {old:x}; el {what} es ahora de {new:x}.",
    "Un primer recuento de {old:x} quedó corregido y el {what} asciende ya a {new:x}.",
    "El {what} aumentó hasta {new:x}, frente a los {old:x} de la primera información.",
    "Las autoridades elevaron el {what} a {new:x}, después de haber hablado de {old:x}.",
]

LEADS = [
    "{deaths} personas murieron {day} en {a_ev} {prep} {town}, informó {src}.",
    "{town} está de luto tras {a_ev} que {day} dejó {deaths} muertos.",
    "{a_ev} {prep} {town} causó {day} la muerte de {deaths} personas, según {src}.",
    "El balance de {a_ev} {prep} {town}, que se produjo {day}, es de {deaths:x} muertos.",
    "Los equipos de rescate seguían trabajando {prep} {town} tras {a_ev} que {day} mató a {deaths} personas.",
    "{a_ev} se cobró la vida de {deaths} personas {prep} {town}, de acuerdo con {src}.",
    "En {town} se preguntan cómo {a_ev} pudo matar {day} a {deaths} de sus vecinos y amigos.",
    "Las banderas ondeaban a media asta en {town} por las {deaths:x} personas que murieron {day} en {a_ev}.",
    "Hay {deaths} muertos por {a_ev} que sacudió {day} a {town}, confirmó {src}.",
    "{region} declaró la emergencia después de que {a_ev} acabara {day} con la vida de {deaths} personas.",
    "Fue {day} cuando {a_ev} cambió la vida de {town}: {deaths} personas perdieron la suya.",
    "Dolor y rabia recibieron a las autoridades que llegaron a {town} después de que {a_ev} matara {day} a {deaths} personas.",
]

FACTS: dict[str, list[str]] = {
    "deaths": [
        "{deaths} personas murieron en {ev}~",
        "{ev} se cobró la vida de {deaths} personas~",
        "El número de muertos asciende a {deaths:x}, según {src}.",
        "Las autoridades cifran los muertos en {deaths:x}.",
        "{ev} dejó {deaths} muertos~",
        "En total fallecieron {deaths} personas~",
        "Los nombres de las {deaths:x} víctimas mortales no se publicarán sin permiso de las familias, dijo {src}.",
        "Los hospitales confirmaron {deaths} fallecimientos y abrieron un teléfono para los familiares.",
        "En {town} se rezó por los {deaths:x} muertos.",
        "Los familiares de los {deaths:x} fallecidos se reunieron en un colegio, donde los esperaban psicólogos.",
        "{src} confirmó la muerte de {deaths} personas.",
        "{deaths} personas perdieron la vida, entre ellas un maestro al que conocía medio pueblo.",
        "Para {deaths} personas la ayuda llegó tarde.",
        "{src} habló de {deaths} muertos y pidió no difundir otras cifras.",
    ],
    "injured": [
        "{injured} personas resultaron heridas~",
        "{injured} personas fueron trasladadas al hospital con heridas~",
        "{ev} dejó {injured} heridos~",
        "Los médicos de {town} atendieron a {injured} heridos~",
        "La cifra de heridos es de {injured:x}.",
        "{src} contó {injured:x} heridos.",
        "{injured} personas sufrieron lesiones, y se pidió a la población que donara sangre.",
        "Además hay {injured} heridos~",
        "Tres hospitales liberaron camas para los {injured:x} heridos.",
        "Las ambulancias trasladaron a {injured} heridos, dijo {src}.",
        "Los hospitales hablaron de {injured} heridos y llamaron al personal que estaba de permiso.",
        "Hubo {injured} heridos, según {src}, que pidió dejar libre el paso a las ambulancias.",
    ],
    "missing": [
        "{missing} personas siguen desaparecidas~",
        "Los equipos de búsqueda tratan de encontrar a {missing} desaparecidos~",
        "De {missing} personas no se sabe nada~",
        "Sigue sin haber rastro de {missing} personas~",
        "La lista de desaparecidos tiene {missing:x} nombres, dijo {src}.",
        "Se agota la esperanza para los {missing:x} desaparecidos.",
        "Los familiares de los {missing:x} desaparecidos esperaban detrás de las vallas.",
        "La búsqueda de {missing} desaparecidos continúa con perros y drones~",
        "{src} cifró los desaparecidos en {missing:x}.",
        "Con {missing} personas desaparecidas, {src} pidió voluntarios para la búsqueda.",
    ],
    "displaced": [
        "{displaced} personas tuvieron que abandonar sus casas~",
        "{displaced} personas fueron evacuadas~",
        "{src} ordenó a {displaced} vecinos que dejaran la zona.",
        "Las autoridades pusieron a salvo a {displaced} personas~",
        "Colegios y pabellones acogieron a los {displaced:x} evacuados.",
        "Para {displaced} personas, el hogar es ahora una cama plegable en un gimnasio~",
        "El número de evacuados es de {displaced:x}, dijo {src}.",
        "{displaced} vecinos no pueden volver a sus casas hasta nuevo aviso.",
        "Varios autobuses sacaron de la zona a {displaced} evacuados~",
        "Preocupa dónde alojar a {displaced} personas que perdieron su techo, dijo {src}.",
    ],
    "aid.displaced": [
        "{displaced} personas han tenido que huir de sus hogares en {region}~",
        "La crisis ha desplazado a {displaced} personas~",
        "Las organizaciones de ayuda cuentan {displaced} desplazados en {region}.",
        "En {region}, {displaced} personas viven en campamentos o con familiares desde que huyeron~",
        "La cifra de desplazados es de {displaced:x}, según {src}.",
        "El dinero se destina sobre todo a los {displaced:x} desplazados.",
        "Desde la primavera {displaced} personas de {region} han dejado su casa~",
        "Las autoridades cifran en {displaced:x} los que han huido de sus hogares.",
    ],
    "homes": [
        "{homes} viviendas quedaron destruidas~",
        "{homes} casas quedaron en ruinas o tendrán que ser derribadas~",
        "{src} dijo que {homes} casas habían quedado destruidas.",
        "{ev} destruyó {homes} viviendas~",
        "De {homes} casas apenas quedan las paredes~",
        "Los técnicos tienen {homes} viviendas en la lista de las destruidas.",
        "Las viviendas destruidas son {homes:x}, y el invierno está cerca.",
        "Nadie podrá volver a las {homes:x} viviendas destruidas, dijo {src}.",
        "Los ingenieros marcaron con pintura roja {homes} casas en ruinas.",
        "Las familias perdieron {homes} viviendas, dijo {src}, y muchas no tenían seguro.",
    ],
    "damage": [
        "Los daños se calculan en {damage}~",
        "{ev} causó daños por valor de {damage}~",
        "Los primeros cálculos hablan de daños de {damage}.",
        "{src} estimó los daños en {damage}.",
        "Reparar lo destruido costará {damage}~",
        "Las pérdidas suman {damage}~",
        "La factura de los daños, {damage} según {src}, aún está por repartir.",
        "Con daños de {damage} y sin presupuesto, {region} pidió ayuda a la capital.",
        "Los daños se valoraron en {damage:x}, dijo {src}.",
        "Los peritos que recorrieron el lugar cifraron en {damage} el coste de los daños.",
    ],
    "verdict.damage": [
        "Los clientes perdieron {damage} en la estafa~",
        "La estafa causó pérdidas de {damage}~",
        "El tribunal cifró el perjuicio en {damage}.",
        "La fiscalía sostuvo que el fraude costó a los ahorradores {damage}.",
        "A los ahorradores les estafaron {damage}~",
        "Las pérdidas por el fraude fueron de {damage}, según la sentencia.",
        "De acuerdo con los jueces, {damage} de los clientes habían desaparecido cuando todo se vino abajo.",
        "El perjuicio a los pequeños ahorradores, {damage} en total, pesó mucho, dijo el tribunal.",
    ],
    "arrested": [
        "{arrested} personas fueron detenidas~",
        "La policía detuvo a {arrested} personas~",
        "Los agentes practicaron {arrested} detenciones~",
        "{arrested} personas quedaron bajo custodia~",
        "La policía habló de {arrested} detenidos.",
        "{arrested} personas pasaron la noche en el calabozo~",
        "La cifra de detenidos es de {arrested:x}.",
        "Los abogados de los {arrested:x} detenidos se quejaron de que no podían verlos.",
        "Hubo {arrested} detenciones y se incautaron teléfonos móviles.",
        "Los agentes se llevaron esposadas a {arrested} personas, dijo {src}.",
    ],
    "price": [
        "{buyer} ofrece {price} por {target}~",
        "La oferta valora {target} en {price}~",
        "El precio de compra es de {price}~",
        "{buyer} pagará {price}~",
        "Los accionistas de {target} recibirán en total {price}.",
        "Con {price}, la operación es la mayor en la historia de {buyer}.",
        "Los analistas consideran que {price} es un precio alto para un fabricante de bombas.",
        "Para reunir los {price:x} que paga por {target}, {buyer} pedirá crédito a cuatro bancos.",
        "{buyer} cifró el valor de la operación en {price}.",
        "El precio, {price}, se abonará en efectivo.",
        "Los bancos prestan una parte de los {price:x} que cuesta la compra.",
        "Por {price} el comprador se queda con la marca, las patentes y cinco plantas.",
    ],
    "jobs": [
        "{jobs} empleos desaparecerán~",
        "La fusión costará {jobs} empleos~",
        "{buyer} quiere suprimir {jobs} empleos~",
        "A los sindicatos no les preocupa solo el salario: se suprimirán {jobs:x} puestos.",
        "{jobs} empleados perderán su puesto, la mayoría en la administración.",
        "Se comunicó a la plantilla que desaparecerán {jobs} puestos.",
        "Las empresas prevén eliminar {jobs} empleos~",
        "El recorte se cifró en {jobs:x} puestos, y pronto se hablará con el comité de empresa.",
        "El ahorro vendrá de suprimir {jobs} puestos, según {src}.",
        "{src} cifró los despidos en {jobs:x}.",
    ],
    "takeover.share": [
        "{buyer} compra {share} de {target}~",
        "El paquete en venta representa {share} de las acciones~",
        "Tras la operación {buyer} tendrá {share} de {target}~",
        "La familia fundadora vende {share} de la empresa~",
        "La oferta abarca {share:x} del capital.",
        "{share} de las acciones cambiará de manos~",
        "Con {share:x} de los votos, {buyer} será el mayor accionista, dijo {src}.",
        "El paquete de los fundadores, {share:x} del capital, pasa en bloque a {buyer}.",
    ],
    "vote.share": [
        "{winner} obtuvo {share} de los votos~",
        "Con todas las papeletas contadas, {winner} tenía {share:x} de los votos.",
        "{winner} logró {share} de los votos emitidos~",
        "El resultado de {winner} fue de {share:x}, según {src}.",
        "Por {winner} votó {share} de los electores que acudieron a las urnas~",
        "{share} de los votantes eligió a {winner}~",
        "{src} dio a {winner} {share:x} de los votos.",
        "El recuento final dejó a {winner} con {share:x}, tras una noche de espera.",
        "En la sede del partido hubo gritos de alegría cuando la pantalla mostró {share:x} para {winner}.",
        "Con {share:x} de los votos, {winner} superó lo que esperaba su partido.",
    ],
    "aid.share": [
        "{share} del dinero se entrega a fondo perdido~",
        "Las subvenciones suponen {share} del paquete~",
        "La parte de donaciones es {share:x} y el resto son créditos baratos.",
        "Solo {share:x} de la suma no habrá que devolverlo~",
        "{share} del paquete es un regalo y lo demás un préstamo~",
        "Según los diplomáticos, {share:x} del paquete serán donaciones.",
        "El resto son préstamos, una vez pagado {share:x} en donaciones.",
        "Los donantes acordaron entregar {share:x} como subvención.",
    ],
    "vote.votes": [
        "{winner} recibió {votes} votos~",
        "{votes} votos fueron para {winner}~",
        "La victoria de {winner} se logró con {votes} votos~",
        "El recuento dio a {winner} {votes} votos~",
        "En total se emitieron {votes} votos a favor de {winner}~",
        "{src} atribuyó a {winner} {votes} votos.",
        "{winner} sumó {votes} votos, y se descartó un nuevo recuento.",
        "Los {votes:x} votos de {winner} zanjaron la cuestión.",
    ],
    "aid.votes": [
        "El parlamento aprobó el paquete con {votes:x} votos a favor~",
        "{votes:x} diputados votaron a favor del paquete~",
        "En el parlamento {votes:x} diputados dijeron que sí~",
        "El plan había superado el parlamento con {votes:x} votos~",
        "Los votos afirmativos en el parlamento fueron {votes:x}, dijo {src}.",
        "Una mayoría de {votes:x} diputados respaldó el paquete en el parlamento.",
        "Cuando votó el parlamento, {votes:x} manos se alzaron por el paquete.",
        "El sí del parlamento llegó con {votes:x} votos, después de nueve horas de debate.",
    ],
    "amount": [
        "El paquete asciende a {amount}~",
        "{donor} aportará {amount}~",
        "{donor} ha prometido una ayuda de {amount}~",
        "La ayuda suma {amount}~",
        "En total se pondrán a disposición {amount}~",
        "La suma acordada es de {amount}~",
        "Los {amount:x} se pagarán por etapas.",
        "Los ministros se dieron la mano sobre una ayuda de {amount}, dijo {src}.",
        "Con {amount} de {donor}, {region} podrá pagar durante un año a maestros y enfermeras.",
        "Un total de {amount:x} llegará a {region}.",
    ],
    "term": [
        "{defendant} recibió una condena de {term:x} años de prisión~",
        "La pena es de {term:x} años~",
        "{defendant} deberá pasar {term:x} años en la cárcel~",
        "Los jueces impusieron una pena de {term:x} años de cárcel~",
        "{term:x} años de prisión es lo que el tribunal consideró justo.",
        "Se dictó una pena de {term:x} años de reclusión, dijo {src}.",
        "{defendant} no se inmutó al oír la pena de {term:x} años.",
        "El tribunal envió a {defendant} a prisión por {term:x} años.",
        "La pena de {term:x} años es la mayor por estafa en {region} hasta ahora.",
        "{defendant}, a quien esperan {term:x} años entre rejas, salió por una puerta lateral con los guardias.",
    ],
    "magnitude": [
        "El terremoto tuvo una magnitud de {magnitude}~",
        "El temblor de magnitud {magnitude} se sintió en todo el territorio de {region}.",
        "Los sismólogos midieron una magnitud de {magnitude}.",
        "El sismo alcanzó los {magnitude} grados~",
        "El instituto geológico situó su fuerza en {magnitude}.",
        "Los aparatos registraron un sismo de {magnitude} grados.",
        "Con una magnitud de {magnitude}, fue uno de los más fuertes de {region}.",
        "El instituto geológico dio una magnitud de {magnitude}.",
    ],
    "day": [
        "{ev} ocurrió {day}~",
        "{ev} se produjo {day}~",
        "Las imágenes tomadas {day}, cuando ocurrió {ev}, muestran a gente que corre para ponerse a salvo.",
        "{ev} de {day:b} fue lo peor que ha vivido {region} en décadas.",
        "Lo que pasó {day}, cuando se produjo {ev}, ha conmocionado a {region}.",
        "Nadie en {town} olvidará {ev} de {day:b}, dijo un vecino.",
        "Cuando {day} llegó {ev}, muchos no se lo esperaban.",
        "{src} dijo que {ev} había ocurrido {day}.",
        "Se investiga todo lo que se hizo {day} en los minutos previos a {ev}.",
        "Fue {day} cuando ocurrió {ev}, y desde entonces crecen las preguntas.",
    ],
    "strike.day": [
        "La protesta tuvo lugar {day}~",
        "Los huelguistas marcharon {day}~",
        "Los choques se produjeron {day}~",
        "Los huelguistas salieron a la calle {day}~",
        "Fue {day} cuando la situación se descontroló.",
        "La protesta de {day:b} fue la mayor en años.",
        "Las imágenes tomadas {day} durante {ev} muestran humo y cordones policiales.",
        "{src} dijo que la convocatoria de {day:b} estaba autorizada.",
    ],
    "takeover.day": [
        "{buyer} anunció la oferta {day}~",
        "La oferta se hizo pública {day}~",
        "El anuncio llegó {day}~",
        "Los dos consejos presentaron {day} la operación.",
        "Las acciones de {target} se dispararon cuando {day} se conoció la oferta.",
        "El anuncio de {day:b} sorprendió al mercado.",
        "Fue {day} cuando {buyer} comunicó su oferta a la bolsa.",
        "Se había negociado durante semanas hasta que {buyer} lo hizo público {day}.",
    ],
    "verdict.day": [
        "La sentencia se conoció {day}~",
        "El tribunal dictó sentencia {day}~",
        "El fallo se leyó {day}~",
        "El juicio terminó {day} con la sentencia~",
        "La sentencia de {day:b} cierra uno de los juicios más largos de {region}.",
        "El fallo llegó {day}, tras meses de sesiones.",
        "La sala estaba llena cuando se leyó {day} la sentencia.",
        "Fue {day} cuando los jueces dieron a conocer su fallo.",
    ],
    "vote.day": [
        "Los electores acudieron {day} a las urnas~",
        "Las elecciones se celebraron {day}~",
        "La votación tuvo lugar {day}~",
        "La votación de {day:b} fue la primera con la nueva ley.",
        "La gente hizo cola ante los colegios para votar {day}.",
        "{src} dijo que la jornada electoral de {day:b} había sido tranquila.",
        "Los comicios de {day:b} se habían aplazado dos veces.",
        "Fue {day} cuando votó {region}.",
    ],
    "aid.day": [
        "El acuerdo se firmó {day}~",
        "Los ministros firmaron el acuerdo {day}~",
        "El paquete se pactó {day}~",
        "Las dos partes pusieron {day} su firma en el acuerdo.",
        "El pacto se cerró {day} tras una noche de negociación.",
        "La firma de {day:b} pone fin a meses de regateo.",
        "Fue {day} cuando se firmó el acuerdo.",
        "Cuando {day} se firmó el acuerdo, nadie sonrió a las cámaras.",
    ],
    "decision": [
        "{dec} está prevista para {decision:b}~",
        "{dec} quedó fijada para {decision:b}~",
        "{dec} se espera para {decision:b}~",
        "{dec} tendrá lugar {decision}~",
        "Todas las miradas se dirigen ahora a {decision:b}, fecha de {dec}.",
        "Habrá que esperar hasta {decision:b} para {dec}, dijo {src}.",
        "{src} dio {decision:b} como fecha de {dec}.",
        "{dec}, fijada para {decision:b}, difícilmente acabará con la disputa.",
        "Hasta {dec} de {decision:b} no cambiará nada, dijo {src}.",
        "En el calendario, {dec} figura {decision}.",
    ],
    "person": [
        "{person:t} no quiso responder a las preguntas.",
        "{role}, {person}, no hizo declaraciones.",
        "{person}, {who}, dijo que en unos días se sabría más.",
        "{role} se llama {person} y tiene {b_age} años.",
        "Los periodistas esperaron en vano a {person:t}.",
        "«Debemos una respuesta a la gente», dijo {person}, {role}.",
        "Un comunicado firmado por {role}, {person}, tenía cuatro líneas.",
        "Entre los que hablaron con la prensa estaba {person:t}.",
        "Fue {person}, {who}, la primera voz que se oyó en público.",
        "{role}, de nombre {person} según {src}, no estaba disponible.",
        "{person:t} habló de los días más duros de una larga carrera.",
        "La atención se centró en {person}, {who}.",
    ],
    "org": [
        "{org}, {orgwho}, no respondió a las preguntas.",
        "{orgrole} es {org}~",
        "{src} dijo que {org} era {orgrole}.",
        "{src} señaló a {org} como {orgrole}.",
        "Hay preguntas para {org}, {orgwho}.",
        "Un abogado de {org}, {orgrole}, pidió paciencia.",
        "{org}, {orgrole}, ha prometido abrir sus archivos.",
        "La atención se dirigió a {org}, {orgwho}, cuyas oficinas seguían cerradas.",
    ],
    "place": [
        "{ev} ocurrió {place}~",
        "Ocurrió {place}~",
        "Se colocó un cordón {place}, donde ocurrió {ev}.",
        "El lugar de los hechos, {place}, seguía cerrado.",
        "Las imágenes de un dron muestran lo que dejó {ev} {place}.",
        "{src} situó {ev} {place}.",
        "Un mapa difundido por las autoridades marca el punto exacto {place}.",
        "Se han encendido velas por lo ocurrido {place}.",
    ],
    "quake.place": [
        "El epicentro se situó {place}~",
        "El centro del sismo estuvo {place}~",
        "Los sismólogos localizaron el epicentro {place}.",
        "El temblor se originó {place}, a unos diez kilómetros de profundidad.",
        "El instituto geológico ubicó el epicentro {place}.",
        "El epicentro estuvo {place}, donde el suelo sigue moviéndose.",
        "A las aldeas situadas {place}, el epicentro, no se podía llegar por carretera.",
        "{src} señaló un punto {place} como epicentro.",
    ],
}  # fmt: skip

PAIRS = [
    "{deaths} personas murieron y {injured} resultaron heridas~",
    "{ev} mató a {deaths} personas e hirió a {injured} más~",
    "Hubo {injured} heridos y {deaths} muertos~",
    "Además de los {deaths:x} muertos hubo {injured} heridos~",
    "{missing} personas están desaparecidas y se ha confirmado la muerte de {deaths}~",
    "{src} habló de {deaths:x} muertos y {missing:x} desaparecidos.",
    "{homes} viviendas quedaron destruidas y {displaced} personas tuvieron que dejar la zona~",
    "Con {homes} casas en ruinas y {displaced} personas en albergues, {region} pidió ayuda.",
    "{arrested} personas fueron detenidas y {injured} resultaron heridas~",
    "La jornada acabó con {injured} heridos y {arrested} detenidos~",
    "{buyer} paga {price} y recortará {jobs} empleos~",
    "Dos cifras resumen la operación: {jobs:x} empleos menos y {price} de precio.",
    "{votes} votos, {share:x} de los emitidos, fueron para {winner}~",
    "{winner} cerró la noche con {share:x} de los votos, es decir, {votes} papeletas.",
    "Los daños suman {damage} y {homes} viviendas quedaron destruidas~",
    "{displaced} personas han dejado la zona y los daños se calculan en {damage}~",
]

CAUSE = ["Aún no se conoce la causa.", "Los investigadores dijeron que era pronto para hablar de causas.", "Puede que la causa tarde semanas en saberse.", "Los expertos buscan la causa."]  # fmt: skip
DUST = ["Las máquinas retiraron hormigón y vigas.", "El polvo cubría el lugar cuando entraron las excavadoras."]
FILLERS: dict[str, list[str]] = {
    "disaster": [
        "Los equipos de rescate trabajaron toda la noche con focos.",
        "«Nunca había oído un silencio así», dijo una vecina.",
        "«Corrimos sin mirar atrás», contó una mujer con un niño en brazos.",
        "Llegaron condolencias de todo el país.",
        "Las redes de telefonía estuvieron saturadas durante un tiempo.",
        "Los accesos quedaron cerrados salvo para los vehículos de emergencia.",
        "Los voluntarios repartieron té, pan y mantas.",
        "Se ha abierto una cuenta para ayudar a los afectados.",
        "La gobernadora interrumpió un viaje al extranjero.",
        "Una iglesia abrió sus puertas a quien necesitara descansar.",
        "Las familias esperaban noticias delante del ayuntamiento.",
        "Muchas tiendas del centro permanecieron cerradas.",
        "Las autoridades pidieron no difundir rumores.",
        "Los psicólogos atienden a los familiares.",
        "La oposición exigió que se aclare lo que falló.",
        "Los municipios vecinos enviaron personal y equipos.",
        "La radio local no puso música en todo el día.",
        "Un anciano seguía junto a la valla y no quería irse a casa.",
        "La noticia dio la vuelta al país en minutos.",
        "En los bares no se hablaba de otra cosa.",
    ],
    "explosion": [*CAUSE, *DUST],
    "fire": CAUSE,
    "bridge": [*CAUSE, *DUST],
    "quake": DUST,
    "ferry": [*CAUSE, "Chalecos y maletas flotaban entre las olas.", "Una mancha de aceite brillaba en el agua."],
    "flood": ["Se esperan más lluvias.", "De momento ha dejado de llover.", "En todos los sótanos había bombas en marcha.", "Los coches estaban amontonados en el barro."],
    "strike": [
        "Los tranvías y autobuses no circularon buena parte del día.",
        "La marcha empezó de forma pacífica.",
        "La policía empleó cañones de agua.",
        "Muchas tiendas habían tapiado los escaparates.",
        "Los estudiantes se sumaron con tambores y silbatos.",
        "Ambas partes se culpan mutuamente.",
        "El gobierno calificó las demandas de imposibles.",
        "Los empresarios dijeron que cada día más hará un daño duradero.",
        "«Con esto no se puede vivir», dijo una enfermera.",
        "«Nunca me había manifestado», dijo un conductor de uniforme.",
        "Las pancartas pedían salarios justos.",
        "Un helicóptero vigilaba a la multitud.",
    ],
    "takeover": [
        "Los analistas esperaban desde hacía meses una operación así.",
        "El mercado de las bombas industriales lleva tiempo en retroceso.",
        "Los reguladores aún deben autorizar la venta.",
        "Las dos empresas se conocen bien como proveedoras.",
        "Los sindicatos pidieron garantías.",
        "Los empleados se enteraron por las noticias.",
        "La marca se mantendrá.",
        "Los competidores no quisieron hacer comentarios.",
        "«Encaja como una llave en su cerradura», dijo un gestor de fondos.",
        "«Lo miraremos con lupa», dijo un miembro del comité de empresa.",
        "El retrato del fundador sigue colgado en la entrada.",
        "La cotización estuvo suspendida un tiempo.",
    ],
    "verdict": [
        "La defensa dijo que estudiará el fallo.",
        "Antiguos clientes lloraban en la sala.",
        "El caso había llenado los periódicos durante años.",
        "La seguridad era estricta en el tribunal.",
        "«Esto nos devuelve algo», dijo una jubilada.",
        "«Ninguna pena me devuelve los ahorros», dijo un panadero retirado.",
        "La acusación habló de una codicia sin límites.",
        "Los peritos discutieron durante semanas sobre las cuentas.",
        "No se permitieron cámaras en la sala.",
        "El texto íntegro del fallo se publicará más tarde.",
        "En la calle había gente con fotos y extractos bancarios.",
        "La lectura ocupó casi toda la mañana.",
    ],
    "vote": [
        "Los seguidores bailaron en las calles de la capital.",
        "Los observadores hablaron de un día tranquilo y ordenado.",
        "La campaña había sido áspera.",
        "Las escuelas y los impuestos fueron los grandes temas.",
        "Otros gobiernos enviaron felicitaciones.",
        "La lluvia retuvo a algunos en casa en la montaña.",
        "«Quiero que las cosas sean justas, nada más», dijo una votante.",
        "«Llevo mucho tiempo esperando esto», dijo un agricultor.",
        "Las negociaciones de coalición serán difíciles.",
        "Al nuevo gobierno le esperan las arcas vacías.",
        "Los periódicos sacaron ediciones especiales.",
        "Los funcionarios revisaron las listas a mano.",
    ],
    "aid": [
        "Las negociaciones estuvieron a punto de romperse.",
        "Las organizaciones dicen que la ayuda llega tarde.",
        "El invierno será duro en la montaña.",
        "Los críticos temen que el dinero se pierda por el camino.",
        "Unos auditores vigilarán en qué se gasta.",
        "En muchos sitios los hospitales funcionan con generadores.",
        "«Un papel no llena el plato», dijo un panadero de {town}.",
        "«Es un comienzo», dijo una maestra rural.",
        "Los países vecinos saludaron el paso.",
        "La oposición pidió más transparencia.",
        "Primero van las carreteras, los pozos y las escuelas.",
        "La firma se emitió en directo por televisión.",
    ],
}  # fmt: skip

ASIDES: dict[str, list[str]] = {
    "disaster": [
        "Tres helicópteros y {b_crew:x} rescatistas fueron enviados al lugar.",
        "En las tareas participaron {b_crew:x} bomberos, muchos de ellos voluntarios.",
        "En {b_year}, {a_old} en {elsewhere} mató a {b_deaths} personas.",
        "{b_ago}, {b_deaths} personas murieron en {a_old} en {elsewhere}.",
        "Muchos recordaron {a_old} en {elsewhere} en {b_year}, en que {b_injured} personas resultaron heridas.",
        "Lo peor que se recordaba era {a_old} en {elsewhere} en {b_year}, con {b_deaths} muertos.",
        "{b_children} de los muertos eran niños.",
        "Entre los fallecidos había {b_children} niños.",
        "{b_care} de los heridos están en cuidados intensivos.",
        "Los médicos calificaron de crítico el estado de {b_care} de los heridos.",
        "El gobierno creó un fondo de ayuda de {b_relief}.",
        "El gobierno liberó {b_relief} en ayuda urgente para las familias.",
        "Las aseguradoras esperan pagar {b_insured}, una parte de la factura.",
        "Los seguros cubrirán {b_insured}, dijo una gran aseguradora.",
        "La primera ministra visitó {town} {b_spoke} y habló con los familiares.",
        "«Estamos al límite de nuestras fuerzas», dijo {b_spoke} un oficial de bomberos.",
        "Un voluntario, {b_namesake}, sin parentesco con {role}, repartía sopa entre los rescatistas.",
        "Uno de los que ayudaban, {b_namesake}, solo comparte el apellido con {role}.",
    ],
    "explosion": [
        "La empresa de gas fue multada en {b_year} con {b_fine} por falta de mantenimiento.",
        "{b_ago}, {b_homes} viviendas quedaron destruidas al reventar una caldera en {elsewhere}.",
        "Una comisión pública empezará a trabajar {b_inquiry}.",
        "La primera sesión de una comisión pública será {b_inquiry}.",
    ],
    "flood": [
        "En la riada de {b_year}, {b_displaced} personas habían sido evacuadas de las mismas calles.",
        "Una crecida parecida destruyó {b_homes} viviendas {b_ago}.",
        "El parlamento debatirá sobre los diques {b_inquiry}.",
        "Una comisión sobre los diques se reúne {b_inquiry}.",
    ],
    "ferry": [
        "El barco se construyó para {b_capacity:x} pasajeros.",
        "El transbordador, autorizado para {b_capacity:x} personas, había pasado por el astillero en primavera.",
        "La naviera pagó en {b_year} una multa de {b_fine} por botes en mal estado.",
        "La investigación marítima comienza {b_inquiry}.",
    ],
    "fire": [
        "La fábrica emplea a {b_capacity:x} personas.",
        "La planta, en la que trabajan {b_capacity:x} personas, produce embalajes.",
        "En {b_year} la inspección multó a la planta con {b_fine}.",
        "Una audiencia sobre seguridad está prevista para {b_inquiry:b}.",
    ],
    "quake": [
        "Se contaron {b_shocks:x} réplicas.",
        "La tierra tembló una y otra vez, con {b_shocks:x} réplicas en total.",
        "En el sismo de {b_year}, {b_homes} viviendas se habían derrumbado en {elsewhere}.",
        "El parlamento debatirá las normas de construcción {b_inquiry}.",
    ],
    "bridge": [
        "El puente se inauguró en {b_built}.",
        "Construido en {b_built}, el puente llevaba una carretera principal.",
        "Las últimas reparaciones, {b_ago}, costaron {b_repair}.",
        "En {b_year}, la autoridad vial pagó una multa de {b_fine} por inspecciones tardías.",
    ],
    "strike": [
        "{b_crowd} personas participaron en la marcha.",
        "La asistencia se cifró en {b_crowd} personas.",
        "En una marcha en {elsewhere}, en {b_year}, la policía detuvo a {b_arrested} personas.",
        "{b_ago}, {b_injured} personas resultaron heridas en una marcha en {elsewhere}.",
        "{b_care} de los heridos son policías.",
        "La patronal ofrece una subida del {b_rise}.",
        "La inflación ha llegado al {b_rise}, dicen los sindicatos.",
        "La ministra del Interior defendió {b_spoke} a la policía.",
        "El arzobispo pidió calma {b_spoke}.",
        "Un comerciante, {b_namesake}, sin parentesco con {role}, dijo que había perdido la caja de una semana.",
        "El ayuntamiento gastará {b_relief} en vallas nuevas.",
        "En {b_year} un tribunal multó al sindicato con {b_fine}.",
    ],
    "takeover": [
        "{target} emplea a {b_staff:x} personas.",
        "{buyer} tiene una plantilla de {b_staff:x} personas.",
        "En {b_year} {buyer} compró un competidor por {b_price}.",
        "{b_ago}, {buyer} pagó {b_price} por un fabricante de válvulas.",
        "Las acciones de {target} subieron un {b_rise}.",
        "La cotización cerró con un alza del {b_rise}.",
        "El presidente del consejo dijo {b_spoke} a la plantilla que no había motivo de alarma.",
        "Una dirigente sindical pidió negociar {b_spoke}.",
        "La autoridad de competencia multó en {b_year} a {buyer} con {b_fine}.",
        "Un accionista, {b_namesake}, sin parentesco con {role}, celebró la oferta.",
    ],
    "verdict": [
        "El tribunal oyó a {b_jurors:x} testigos.",
        "En total declararon {b_jurors:x} testigos.",
        "En {b_year} un banquero de {elsewhere} fue condenado a {b_term} años en un caso parecido.",
        "{b_ago}, un tribunal de {elsewhere} envió a prisión por {b_term} años a dos corredores.",
        "{defendant} deberá pagar además una multa de {b_fine}.",
        "La pena incluye una multa de {b_fine}.",
        "Un abogado de las víctimas se declaró {b_spoke} satisfecho.",
        "La defensa habló {b_spoke} de un fallo duro.",
        "Una de las víctimas, {b_namesake}, lleva el mismo apellido que {role}, pero no es pariente.",
        "El fondo para las víctimas dispone de {b_relief}.",
    ],
    "vote": [
        "La participación fue del {b_turnout}.",
        "Votó el {b_turnout} del censo.",
        "{loser} quedó en segundo lugar con el {b_share}.",
        "El partido de {loser} cayó al {b_share}.",
        "En {b_year} hizo falta una segunda vuelta.",
        "Hubo {b_stations} mesas electorales.",
        "Se votó en {b_stations} mesas.",
        "El parlamento tiene {b_seats:x} escaños.",
        "El sindicato de maestros envió {b_spoke} su felicitación.",
        "El presidente saliente pidió calma {b_spoke}.",
        "En las últimas elecciones, {b_ago}, la policía había detenido a {b_arrested} personas.",
        "Un candidato de {elsewhere}, {b_namesake}, nada tiene que ver con {role}, del mismo apellido.",
    ],
    "aid": [
        "En {b_year} {donor} dio {b_amount} tras una sequía.",
        "Un paquete anterior, {b_ago}, fue de {b_amount}.",
        "Solo {elsewhere} recibirá {b_relief} para su hospital.",
        "Del dinero, {b_relief} se reservan para {elsewhere}.",
        "El paro en {region} es del {b_share}.",
        "Los precios han subido un {b_rise} en un año.",
        "La ministra de Exteriores regresó {b_spoke}.",
        "El presidente del parlamento dio las gracias a los donantes {b_spoke}.",
        "{b_displaced} personas habían huido durante las inundaciones de {b_year}.",
        "Un médico, {b_namesake}, sin parentesco con {role}, dijo que la suma era un comienzo.",
    ],
}

LOCAL = [
    "En {elsewhere}, el concejo habló de la noticia en su reunión, según supo {paper}.",
    "Una familia de {elsewhere} sigue de cerca las noticias, contó a {paper}.",
    "La diputada por {elsewhere} dijo a {paper} que hay que sacar lecciones.",
    "Lectores de {elsewhere} han escrito a {paper} sobre lo ocurrido.",
    "En los colegios de {elsewhere} se hablará de ello en clase, dijo una directora a {paper}.",
    "El alcalde de {elsewhere} dijo que la noticia también conmovió allí.",
    "Un antiguo vecino de {elsewhere} sigue los hechos desde cerca, supo {paper}.",
    "En {elsewhere} no se hablaba de otra cosa en el mercado.",
]
CAPTIONS = {
    True: ["Equipos de rescate en {town}. Foto: {publisher}", "El lugar de los hechos en {town} (Foto: archivo)"],
    False: ["Una calle de {town}. Foto: {publisher}", "Imagen de archivo"],
}
FOOTERS = [
    "Suscríbase al boletín de {publisher} y reciba las noticias cada mañana.",
    "Lea también: todas nuestras noticias sobre {town}",
    "© {publisher}. Todos los derechos reservados.",
    "Active las alertas en nuestra aplicación.",
]

MAYOR = {
    "f": {"title": "la alcaldesa {}", "role": "la alcaldesa", "who": "que dirige el ayuntamiento desde hace años"},
    "m": {"title": "el alcalde {}", "role": "el alcalde", "who": "que dirige el ayuntamiento desde hace años"},
}
KINDS: dict[str, dict[str, Any]] = {
    "explosion": {
        "fixed": {},
        "vary": {"ev": ["la explosión", "el estallido"], "a_ev": ["una explosión de gas", "una explosión"], "a_old": ["una explosión de gas", "una explosión"]},
        "prep": "en", "at": "en {}", "role": MAYOR,
        "orgs": [("Gas Faro", "Faro"), ("la Compañía Energética del Sarmo", "la CES"), ("Energía Norte", "Enorte"), ("Conductos Brea", "Conductos")],
        "orgrole": "la empresa suministradora de gas", "orgwho": "que suministra el gas a la calle",
        "places": ["la calle Molinos", "la calle Curtidores", "la calle Toneleros", "el paseo del Canal", "la calle de la Ermita"],
        "leads": [
            "Una explosión de gas destrozó {day} una hilera de casas en {town} y mató a {deaths} personas.",
            "Un estallido que se oyó a kilómetros mató {day} a {deaths} personas en {town}, informó {src}.",
            "Las casas cayeron como naipes al explotar {day} el gas en {town}.",
            "Una explosión arrasó {day} parte de una calle de {town} y dejó {deaths} muertos.",
            "Los perros de rescate buscaban entre los escombros en {town} tras la explosión de gas de {day:b}.",
            "Los cristales saltaron a un kilómetro cuando una explosión sacudió {town} {day}.",
        ],
        "titles": ["Explosión en {town}", "Un estallido destroza una calle en {town}", "Explosión en {town}: {deaths:x} muertos", "{deaths:x} muertos en la explosión de {town}", "Tras la explosión, las preguntas", "Una explosión de gas sacude {town}"],
        "yes": ["Los vecinos [habían avisado del olor a gas] antes de la explosión~", "La fuga [había sido denunciada] antes de la explosión, dijo {src}.", "Los vecinos [habían comunicado la fuga a la empresa], como consta en su registro.", "Varias personas [se habían quejado del olor a gas] en los días previos~", "La empresa [conocía la fuga], pues la habían llamado por ella.", "Que había una fuga [se había comunicado], admitió un portavoz."],
        "no": ["[Nadie había avisado de olor a gas] antes de la explosión~", "La fuga [no había sido denunciada] antes de la explosión, dijo {src}.", "[No hubo ninguna llamada por una fuga], como consta en el registro de la empresa.", "La empresa [no había recibido ningún aviso de fuga]~", "En la calle [no se había comunicado fuga alguna]~", "Los avisos de una fuga [nunca llegaron a la empresa], dijo un portavoz."],
    },
    "flood": {
        "fixed": {"river": ["el Sarmo", "el Brea", "el Lirio"]},
        "vary": {"ev": ["la inundación", "la riada"], "a_ev": ["una inundación", "una riada"], "a_old": ["una inundación", "una riada"]},
        "prep": "en", "at": "en {}", "role": MAYOR, "orgs": [], "places": [],
        "leads": [
            "{river} se desbordó {day} y arrasó {town}, donde murieron {deaths} personas.",
            "El agua entró {day} en {town} más deprisa de lo que la gente podía subir las escaleras.",
            "{deaths} personas se ahogaron {day} al inundarse {town}~",
            "Tras días de lluvia, {river} se salió {day} de su cauce y dejó {deaths} muertos en {town}.",
            "Barro, árboles rotos y coches llenan las calles de {town} tras la riada de {day:b}.",
            "Las lanchas sacaron a la gente de los tejados en {town} después de que {river} creciera {day}.",
        ],
        "titles": ["Inundación en {town}", "El río se desborda en {town}", "{deaths:x} muertos por la riada en {town}", "La inundación de {town} deja {deaths:x} muertos", "Barro y dolor tras la riada", "{town}, bajo el agua"],
        "yes": ["Horas antes [se había emitido un aviso]~", "El servicio meteorológico [había avisado a tiempo al pueblo], dijo {src}.", "Las sirenas [habían sonado] antes de que llegara el agua, contaron los vecinos.", "La población [había sido advertida] de la crecida~", "Los vecinos [sí recibieron un aviso] antes de la crecida~", "El aviso de crecida [salió con antelación], como consta en los registros."],
        "no": ["[No se había emitido ningún aviso] antes de que llegara el agua~", "El servicio meteorológico [no había avisado al pueblo], dijo {src}.", "Las sirenas [no sonaron], contaron los vecinos.", "La población [no había sido advertida] de la crecida~", "Los vecinos [no recibieron aviso alguno] antes de la crecida~", "El aviso de crecida [nunca salió], como consta en los registros."],
    },
    "ferry": {
        "fixed": {"ship": ["Dama de Orde", "Estrella del Almiz", "Virgen de la Ola"]},
        "vary": {"ev": ["el hundimiento", "el naufragio"], "a_ev": ["el hundimiento de un transbordador", "el naufragio de un transbordador"], "a_old": ["un accidente de transbordador", "un naufragio"]},
        "prep": "cerca de", "at": "frente a {}",
        "role": {
            "f": {"title": "la capitana {}", "role": "la capitana", "who": "que mandaba el barco"},
            "m": {"title": "el capitán {}", "role": "el capitán", "who": "que mandaba el barco"},
        },
        "orgs": [("la Autoridad de Transporte Costero", "la ATC"), ("Navieras Sorel", "Sorel"), ("Líneas Azules", "Azules"), ("la Compañía Insular de Navegación", "la CIN")],
        "orgrole": "la empresa que opera el transbordador", "orgwho": "que explota la línea",
        "places": ["el cabo Orde", "la punta Selva", "la isla Gaviota", "los islotes Dientes", "el cabo Rané"],
        "leads": [
            "El transbordador {ship} se hundió {day} cerca de {town} y murieron {deaths} personas.",
            "{deaths} personas se ahogaron {day} al irse a pique el transbordador {ship}~",
            "Un transbordador que iba a {town} volcó {day} y {deaths} personas murieron.",
            "Los pesqueros fueron los primeros en llegar al {ship} cuando el transbordador se hundió {day} cerca de {town}.",
            "El {ship}, un transbordador que todos conocen en {town}, se fue a pique {day} en minutos.",
            "Una travesía tranquila acabó {day} en desastre cuando el {ship} se hundió cerca de {town} y {deaths} personas perdieron la vida.",
        ],
        "titles": ["Se hunde un transbordador cerca de {town}", "El último viaje del {ship}", "Naufragio: {deaths:x} muertos", "{deaths:x} muertos al hundirse el {ship}", "Dolor en {town} por el naufragio", "El {ship} se va a pique"],
        "yes": ["La tripulación [había sido advertida] del temporal~", "Un aviso de temporal [había llegado al barco], dijo {src}.", "El puente de mando [había recibido el aviso], según los registros de radio.", "El puerto [había advertido a la tripulación] antes de zarpar~", "La tripulación [conocía el aviso], contó uno de sus miembros a los investigadores.", "El aviso de los guardacostas [se había transmitido a la tripulación]~"],
        "no": ["La tripulación [no había sido advertida] del temporal~", "Al barco [no había llegado ningún aviso de temporal], dijo {src}.", "El puente de mando [no había recibido aviso alguno], según los registros de radio.", "El puerto [no había advertido a la tripulación] antes de zarpar~", "La tripulación [nada sabía de un aviso], contó uno de sus miembros a los investigadores.", "El aviso de los guardacostas [nunca se transmitió a la tripulación]~"],
    },
    "fire": {
        "fixed": {},
        "vary": {"ev": ["el incendio", "el fuego"], "a_ev": ["un incendio en una fábrica", "un incendio en una planta de embalajes"], "a_old": ["un incendio en una fábrica", "un incendio"]},
        "prep": "en", "at": "en {}",
        "role": {
            "f": {"title": "la directora {}", "role": "la directora de la planta", "who": "que dirige la planta"},
            "m": {"title": "el director {}", "role": "el director de la planta", "who": "que dirige la planta"},
        },
        "orgs": [("Embalajes Halden", "Halden"), ("la Papelera y Cartonera de Ancas", "la PCA"), ("Envases Cometa", "Cometa"), ("la Sociedad General de Cartón", "la SGC")],
        "orgrole": "la propietaria de la fábrica", "orgwho": "a la que pertenece la fábrica",
        "places": ["el barrio de Levante", "el polígono Muelle Viejo", "el parque industrial Cervecera", "el barrio de las Tenerías", "el polígono Sur"],
        "leads": [
            "Un incendio arrasó {day} una fábrica de embalajes en {town} y mató a {deaths} personas.",
            "{deaths} trabajadores murieron {day} al arder una planta de embalajes en {town}~",
            "Las llamas atraparon {day} al turno de tarde de una fábrica de {town} y {deaths} personas murieron.",
            "Una fábrica de {town} ardió {day} hasta los cimientos.",
            "Un humo negro cubría {town} tras el incendio de la fábrica de {day:b}, que mató a {deaths} personas.",
            "Un incendio en una planta de embalajes de {town} costó {day} la vida a {deaths} personas, dijo {src}.",
        ],
        "titles": ["Incendio en una fábrica de {town}", "El fuego destruye una fábrica", "{deaths:x} muertos en el incendio de una fábrica", "El incendio de {town} deja {deaths:x} muertos", "Preguntas tras el incendio", "Llamas sobre {town}"],
        "yes": ["Las salidas de emergencia [estaban cerradas con llave]~", "Según los trabajadores, las puertas [estaban cerradas con llave].", "Los bomberos encontraron las salidas de emergencia [cerradas y con cadenas].", "Hacían falta llaves porque las salidas [estaban bloqueadas], dijo {src}.", "Las puertas traseras [no se podían abrir], pues alguien había echado la llave.", "En el momento del fuego las salidas [estaban cerradas con llave], dijo una inspectora."],
        "no": ["Las salidas de emergencia [no estaban cerradas con llave]~", "Según los trabajadores, las puertas [estaban abiertas].", "Los bomberos encontraron las salidas de emergencia [abiertas y despejadas].", "No hacían falta llaves porque las salidas [no estaban bloqueadas], dijo {src}.", "Las puertas traseras [se podían abrir], pues nadie había echado la llave.", "En el momento del fuego las salidas [estaban abiertas], dijo una inspectora."],
    },
    "quake": {
        "fixed": {},
        "vary": {"ev": ["el terremoto", "el sismo"], "a_ev": ["un terremoto", "un fuerte sismo"], "a_old": ["un terremoto", "un sismo"]},
        "prep": "en", "at": "cerca de {}", "role": MAYOR, "orgs": [],
        "places": ["Senar de Abajo", "Varrica", "Marjal", "San Brandán", "Tres Pozos"],
        "leads": [
            "Un terremoto de magnitud {magnitude} sacudió {day} {region} y mató a {deaths} personas.",
            "{deaths} personas murieron {day} en un terremoto de {magnitude} grados en {region}~",
            "La tierra tembló {day} en {town} y {deaths} personas murieron bajo los tejados.",
            "Un sismo de magnitud {magnitude} derribó {day} casas en {town}.",
            "Los supervivientes dormían al raso en {town} tras el terremoto de {day:b}.",
            "Un fuerte terremoto golpeó {day} {town} y dejó {deaths} muertos, dijo {src}.",
        ],
        "titles": ["Terremoto en {region}", "Un fuerte sismo sacude {town}", "Un sismo de magnitud {magnitude} deja {deaths:x} muertos", "{deaths:x} muertos en el terremoto", "Noches al raso tras el sismo", "{town} busca supervivientes"],
        "yes": ["La central eléctrica de {elsewhere} [fue desconectada]~", "El reactor de {elsewhere} [se había parado solo], dijo la compañía.", "Por precaución la central de {elsewhere} [salió de la red]~", "Los operarios [pararon la central] de {elsewhere} de inmediato.", "En {elsewhere} la central [ha dejado de funcionar] desde el sismo~", "El temblor [obligó a cerrar la central] de {elsewhere}."],
        "no": ["La central eléctrica de {elsewhere} [no fue desconectada]~", "El reactor de {elsewhere} [había seguido en marcha], dijo la compañía.", "La central de {elsewhere} [siguió en la red]~", "Los operarios [no pararon la central] de {elsewhere}.", "En {elsewhere} la central [funciona con normalidad] desde el sismo~", "El temblor [no obligó a cerrar la central] de {elsewhere}."],
    },
    "bridge": {
        "fixed": {"river": ["el Sarmo", "el Brea", "el Lirio"]},
        "vary": {"ev": ["el derrumbe", "el hundimiento del puente"], "a_ev": ["el derrumbe de un puente", "el hundimiento de un puente"], "a_old": ["el derrumbe de una pasarela", "el derrumbe de una pasarela"]},
        "prep": "cerca de", "at": "en {}",
        "role": {
            "f": {"title": "la ingeniera {}", "role": "la ingeniera jefe", "who": "que dirigía la reparación"},
            "m": {"title": "el ingeniero {}", "role": "el ingeniero jefe", "who": "que dirigía la reparación"},
        },
        "orgs": [("Construcciones Piedrafita", "Piedrafita"), ("la Unión de Caminos y Obras", "la UCO"), ("Falcón e Hijos", "Falcón"), ("la Ingeniería Civil del Sarmo", "la ICS")],
        "orgrole": "la empresa contratada para la reparación", "orgwho": "que reparaba el puente",
        "places": [], "dec": "la primera sesión de la comisión investigadora",
        "leads": [
            "Un puente de carretera sobre {river} se derrumbó {day} cerca de {town} y mató a {deaths} personas.",
            "{deaths} personas murieron {day} al caer un puente sobre {river} cerca de {town}~",
            "Hormigón y coches cayeron {day} sobre {river} al ceder un puente cerca de {town}.",
            "Un puente que había llevado el tráfico durante generaciones se partió {day} cerca de {town}.",
            "Los buzos rastreaban {river} después de que un puente se hundiera {day} cerca de {town} y matara a {deaths} personas.",
            "El derrumbe de un puente cerca de {town} mató {day} a {deaths} personas, dijo {src}.",
        ],
        "titles": ["Se derrumba un puente cerca de {town}", "Un puente cae al río", "{deaths:x} muertos al caer un puente", "El derrumbe de un puente deja {deaths:x} muertos", "¿Cómo pudo caer el puente?", "Los buzos buscan en el río tras el derrumbe"],
        "yes": ["El puente [estaba abierto al tráfico] cuando cayó~", "En ese momento [se permitía el paso de coches] por el puente, dijo {src}.", "Cuando cayó, el puente [no estaba cerrado].", "El tráfico [pasaba por el puente] hasta el momento del derrumbe~", "La carretera del puente [estaba abierta] en el momento del derrumbe~", "[Nadie había cerrado el puente] antes de que cediera, dijo un camionero."],
        "no": ["El puente [estaba cerrado al tráfico] cuando cayó~", "En ese momento [no se permitía el paso de coches] por el puente, dijo {src}.", "Cuando cayó, el puente [ya estaba cerrado].", "El tráfico por el puente [se había cortado] antes del derrumbe~", "La carretera del puente [estaba cortada] en el momento del derrumbe~", "Las autoridades [habían cerrado el puente] antes de que cediera, dijo un camionero."],
    },
    "strike": {
        "fixed": {},
        "vary": {"ev": ["la protesta", "la marcha"], "a_ev": ["una protesta", "una marcha"], "a_old": ["una protesta", "una marcha"]},
        "prep": "en", "at": "en {}",
        "role": {
            "f": {"title": "la sindicalista {}", "role": "la secretaria general del sindicato", "who": "que dirige el sindicato"},
            "m": {"title": "el sindicalista {}", "role": "el secretario general del sindicato", "who": "que dirige el sindicato"},
        },
        "orgs": [("el Sindicato de Transporte Terrestre", "el STT"), ("la Unión Sanitaria", "la US"), ("la Federación de Estibadores", "la FE"), ("la Confederación General Obrera", "la CGO")],
        "orgrole": "la organización convocante", "orgwho": "que había convocado la protesta",
        "places": ["la plaza de los Fundadores", "la plaza de la Estación", "el mercado del Grano", "el paseo del Parlamento", "la plaza de la Libertad"],
        "dec": "la próxima ronda de negociación",
        "leads": [
            "Una protesta por los salarios en {town} acabó {day} en choques, y la policía detuvo a {arrested} personas.",
            "{arrested} personas fueron detenidas {day} en enfrentamientos entre huelguistas y policías en {town}~",
            "Los huelguistas recorrieron {day} {town} para exigir mejores salarios.",
            "Volaron piedras y gases {day} en {town} al volverse violenta una huelga por los salarios.",
            "Una huelga paralizó {town} {day}; la policía practicó {arrested} detenciones.",
            "Lo que empezó {day} como una marcha por los salarios terminó con {arrested} detenidos en {town}.",
            "El transporte público de {town} se detuvo {day} al ir a la huelga miles de personas.",
            "La policía disolvió {day} una marcha de huelguistas en {town} y detuvo a {arrested} personas.",
            "Hubo choques {day} en {town} al margen de una marcha de huelguistas.",
            "No circularon autobuses, cerraron las escuelas y hubo {arrested} detenidos en la jornada de huelga que vivió {town} {day}.",
        ],
        "titles": ["Protesta en {town}", "Choques en una marcha de huelguistas", "{arrested:x} detenidos en {town}", "Marcha de huelguistas: {arrested:x} detenidos", "Rabia en las calles de {town}", "Los huelguistas salen a la calle"],
        "yes": ["La ministra de Trabajo [ha dimitido] por el conflicto.", "La ministra de Trabajo, Inés Dorado, [renunció al cargo], dijo {src}.", "La ministra de Trabajo [presentó su dimisión].", "Inés Dorado [dejó su puesto] de ministra de Trabajo.", "La ministra de Trabajo [ya no está en el cargo], tras haber dimitido.", "La dimisión de la ministra de Trabajo, Inés Dorado, [fue aceptada]."],
        "no": ["La ministra de Trabajo [no ha dimitido] por el conflicto.", "La ministra de Trabajo, Inés Dorado, [no renunció al cargo], dijo {src}.", "La ministra de Trabajo [se negó a presentar su dimisión].", "Inés Dorado [sigue en su puesto] de ministra de Trabajo.", "La ministra de Trabajo [continúa en el cargo], tras descartar la dimisión.", "La dimisión de la ministra de Trabajo, Inés Dorado, [nunca se presentó], dijo su oficina."],
    },
    "takeover": {
        "fixed": {"buyer": ["Grupo Harco", "Sistemas Belver", "Industrias Tarno"], "target": ["Bombas Pelmar", "Hidráulica Osorio", "Válvulas Cuenca"]},
        "vary": {"ev": ["la oferta"], "a_ev": ["una oferta"], "a_old": ["una oferta"]},
        "prep": "en", "at": "en {}",
        "role": {
            "f": {"title": "la consejera delegada {}", "role": "la consejera delegada", "who": "que dirige {target}"},
            "m": {"title": "el consejero delegado {}", "role": "el consejero delegado", "who": "que dirige {target}"},
        },
        "orgs": [], "places": [], "dec": "la votación de los accionistas",
        "leads": [
            "{buyer} quiere comprar su competidora {target} por {price}, según se anunció {day}.",
            "{target} pasará a manos de {buyer} por {price}~",
            "El fabricante de bombas {target} tiene pretendiente: {buyer} puso {day} {price} sobre la mesa.",
            "{buyer} presentó {day} una oferta de {price} por {target}~",
            "Una operación de {price} llevará a {target} bajo el techo de {buyer}~",
            "{buyer} sorprendió {day} a los inversores con una oferta por el fabricante de bombas {target}.",
            "Una de las empresas más antiguas de {town}, {target}, podría ser pronto de {buyer}, que ofreció {day} {price}.",
            "{target}, de {town}, recibió {day} una oferta de compra de {buyer} por valor de {price}.",
            "Meses de rumores acabaron {day} cuando {buyer} lanzó una oferta por {target}.",
            "Por {price}, {buyer} se quedará con el fabricante de bombas {target}, dijo {day} {src}.",
        ],
        "titles": ["{buyer} hace una oferta por {target}", "{buyer} comprará {target}", "En venta un fabricante de bombas", "Oferta de compra por {target}", "{target} podría venderse", "{buyer} va a por {target}"],
        "yes": ["{target} [confirmó] que había hablado con un segundo interesado.", "[Hubo conversaciones con un segundo interesado], dijo {target}.", "{target} [había negociado también con otro comprador]~", "Un segundo interesado [se había sentado a la mesa], dijo una fuente cercana a {target}.", "Los directivos de {target} [sí se vieron con otro interesado], admitió un portavoz.", "Que otra empresa estaba interesada [es cierto], dijo {target}."],
        "no": ["{target} [negó] que hubiera hablado con un segundo interesado.", "[No hubo conversaciones con un segundo interesado], dijo {target}.", "{target} [no había negociado con ningún otro comprador]~", "Un segundo interesado [nunca se sentó a la mesa], dijo una fuente cercana a {target}.", "Los directivos de {target} [no se vieron con ningún otro interesado], insistió un portavoz.", "Que otra empresa estaba interesada [es falso], dijo {target}."],
    },
    "verdict": {
        "fixed": {"defendant": ["Leandro Cobos", "Emilio Sáenz", "Rolando Fuertes"]},
        "vary": {"ev": ["la sentencia"], "a_ev": ["una sentencia"], "a_old": ["una sentencia"]},
        "prep": "en", "at": "en {}",
        "role": {
            "f": {"title": "la jueza {}", "role": "la presidenta del tribunal", "who": "que presidió el juicio"},
            "m": {"title": "el juez {}", "role": "el presidente del tribunal", "who": "que presidió el juicio"},
        },
        "orgs": [("Ahorros La Cosecha", "La Cosecha"), ("el Banco Aliado de Inversiones", "el BAI"), ("Fondo Roble", "Roble"), ("la Casa Popular de Pensiones", "la CPP")],
        "orgrole": "la entidad en el centro de la estafa", "orgwho": "que quebró a causa de la estafa",
        "places": [], "dec": "la vista de apelación",
        "leads": [
            "Un tribunal de {town} condenó {day} al financiero {defendant} a {term:x} años de prisión por estafa.",
            "El financiero {defendant} fue condenado {day} a {term:x} años de cárcel por estafar a los ahorradores~",
            "{defendant}, en su día el banquero más admirado de {town}, irá a prisión por {term:x} años.",
            "{defendant} fue declarado culpable de estafa {day} por un tribunal de {town} y pasará {term:x} años preso.",
            "Uno de los mayores juicios por estafa de {region} acabó {day} con la condena de {defendant}.",
            "{term:x} años de prisión: esa fue la pena que oyó {defendant} {day} en {town}.",
            "Los jueces de {town} condenaron {day} por estafa al financiero {defendant}.",
            "El exbanquero {defendant} supo {day} que deberá pasar {term:x} años en prisión.",
            "Miles de ahorradores vieron {day} cómo {defendant} era condenado a {term:x} años en {town}.",
            "Un tribunal de {town} envía a {defendant} a la cárcel por {term:x} años tras la quiebra de su sistema de ahorro.",
        ],
        "titles": ["{defendant}, condenado por estafa", "Acaba en {town} el juicio por estafa", "Prisión para {defendant}", "{term:x} años para {defendant}", "Los ahorradores celebran el fallo", "Culpable: la caída de {defendant}"],
        "yes": ["{defendant} [se había declarado culpable]~", "Al empezar el juicio {defendant} [admitió los cargos], dijo {src}.", "{defendant} [había confesado] ante el tribunal.", "{defendant} [había reconocido la estafa] ante los jueces~", "El acusado se había declarado [culpable], dijo {src}.", "{defendant} [aceptó los cargos] cuando se abrió el juicio~"],
        "no": ["{defendant} [se había declarado inocente]~", "Al empezar el juicio {defendant} [negó los cargos], dijo {src}.", "{defendant} [nunca había confesado] ante el tribunal.", "{defendant} [había negado la estafa] ante los jueces~", "El acusado se había declarado [no culpable], dijo {src}.", "{defendant} [rechazó los cargos] cuando se abrió el juicio~"],
    },
    "vote": {
        "fixed": {"winner": ["Helena Marcos", "Lucas Ferrer", "Miriam Estrada"], "loser": ["Valerio Prim", "Juana Robles", "Conrado Blanes"]},
        "vary": {"ev": ["la votación"], "a_ev": ["una votación"], "a_old": ["una votación"]},
        "prep": "en", "at": "en {}",
        "role": {
            "f": {"title": "la presidenta electoral {}", "role": "la presidenta de la junta electoral", "who": "que preside la junta electoral"},
            "m": {"title": "el presidente electoral {}", "role": "el presidente de la junta electoral", "who": "que preside la junta electoral"},
        },
        "orgs": [], "places": [], "dec": "la toma de posesión",
        "leads": [
            "{winner} ha ganado las elecciones en {region} con {share:x} de los votos.",
            "Los electores de {region} han elegido a {winner} para gobernar, con {share:x} de los votos~",
            "{winner} venció a {loser} en las elecciones de {day:b}, con {share} de los votos.",
            "Con {share:x} de los votos, {winner} ganó con claridad las elecciones celebradas {day}.",
            "{region} cambia de gobierno: {winner} ganó las elecciones {day}.",
            "Las elecciones de {day:b} en {region} fueron para {winner}, que logró {share:x}~",
            "{loser} perdió {day} el poder en {region} ante {winner}, que obtuvo {share:x} de los votos.",
            "{winner} gobernará {region} tras lograr {day} {share:x} de los votos.",
            "Tras un largo recuento, la victoria en las elecciones de {day:b} en {region} fue para {winner}.",
            "{share:x} de los votantes de {region} apoyó a {winner}, que releva a {loser}.",
        ],
        "titles": ["{winner} gana las elecciones", "{region} elige a {winner}", "{winner} logra {share:x}", "{winner}, con {share:x} de los votos", "Cambio de poder en {region}", "{winner} vence a {loser}"],
        "yes": ["{loser} [reconoció la derrota]~", "{loser} [aceptó el resultado] y felicitó a su rival.", "En un breve discurso {loser} [admitió haber perdido].", "{loser} [asumió la derrota] antes de la medianoche~", "Quien perdió, {loser}, [ha reconocido el resultado]~", "{loser} [llamó a su rival para felicitarle], según su equipo."],
        "no": ["{loser} [se negó a reconocer la derrota]~", "{loser} [no aceptó el resultado] y habló de fraude.", "En un breve discurso {loser} [negó haber perdido].", "{loser} [no quiso asumir la derrota]~", "Quien perdió, {loser}, [no ha reconocido el resultado]~", "{loser} [no ha llamado a su rival para felicitarle], según su equipo."],
    },
    "aid": {
        "fixed": {"donor": ["el Banco de Desarrollo", "la Unión del Norte", "el Fondo Solidario"]},
        "vary": {"ev": ["el acuerdo"], "a_ev": ["un acuerdo"], "a_old": ["un acuerdo"]},
        "prep": "en", "at": "en {}",
        "role": {
            "f": {"title": "la ministra de Hacienda {}", "role": "la ministra de Hacienda", "who": "que negoció en nombre de {region}"},
            "m": {"title": "el ministro de Hacienda {}", "role": "el ministro de Hacienda", "who": "que negoció en nombre de {region}"},
        },
        "orgs": [], "places": [], "dec": "la entrega del primer pago",
        "leads": [
            "{donor} apoyará a {region} con {amount}, según un acuerdo firmado {day} en {town}.",
            "Un paquete de ayuda de {amount} para {region} se firmó {day}~",
            "{region} recibirá {amount} de ayuda de {donor}~",
            "Tras meses de negociación, {donor} y {region} firmaron {day} un acuerdo de ayuda de {amount}.",
            "La ayuda para {region} está en camino: {donor} prometió {day} {amount}.",
            "{donor} acordó {day} prestar y donar {amount} a {region}~",
            "Los ministros reunidos {day} en {town} dieron el visto bueno a una ayuda de {amount} para {region}.",
            "{amount:x} de ayuda para {region}: eso acordaron {day} los ministros en {town}.",
            "{region} respira después de que {donor} aceptara {day} un paquete de {amount}.",
            "Un acuerdo alcanzado {day} en {town} lleva a {region} {amount} de {donor}.",
        ],
        "titles": ["Firmado el paquete de ayuda para {region}", "{donor} ayuda a {region}", "Ayuda para {region}", "Los ministros firman el acuerdo de ayuda", "Alivio en {region} por la ayuda", "{region} recibe ayuda"],
        "yes": ["El dinero [llega con condiciones]~", "La ayuda [está ligada a reformas], dijo {src}.", "A cambio, {region} [tiene que subir impuestos y recortar gastos], dijo {src}.", "{donor} [puso condiciones] al paquete~", "{region} [debe cumplir condiciones] antes de ver el dinero~", "La ayuda [tiene contrapartidas], dijo un diplomático."],
        "no": ["El dinero [llega sin condiciones]~", "La ayuda [no está ligada a reformas], dijo {src}.", "A cambio, {region} [no tiene que cambiar nada], dijo {src}.", "{donor} [no puso condiciones] al paquete~", "{region} [no tiene que cumplir condición alguna] antes de ver el dinero~", "La ayuda [no tiene contrapartidas], dijo un diplomático."],
    },
}  # fmt: skip

WORDS = "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte".split()
TENS = {30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta", 80: "ochenta", 90: "noventa"}
MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
DAYS = "lunes martes miércoles jueves viernes sábado domingo".split()


def varied(kind: dict[str, Any], gender: str, pick: int) -> dict[str, str]:
    """The words of a kind that change from sentence to sentence."""
    words = {name: choices[pick % len(choices)] for name, choices in kind["vary"].items()}
    words |= {**kind["role"][gender], "prep": kind["prep"]}
    return words | {name: kind[name] for name in ("orgrole", "orgwho", "dec") if kind.get(name)}


def spelled(value: int) -> str | None:
    """A number in words where it has one form for both genders and is short."""
    return WORDS[value] if 1 < value <= 20 else TENS.get(value)


def digits(value: int) -> str:
    """Digits in groups of three."""
    return f"{value:,}".replace(",", ".")


def before_noun(text: str, following: str) -> str:
    """A million and a dozen need "de" before what is counted."""
    return f"{text} de" if re.match(r" (?!y |que |según |para |dijo )\w", following) else text


def count(value: int, start: bool, following: str, rng: random.Random) -> str:
    """A whole number as papers print it."""
    words = spelled(value)
    if words and (start or rng.random() < (0.6 if value <= 12 else 0.25)):
        return words
    lead = "Un total de " if start else ""
    if value >= 1_000_000 and rng.random() < 0.7:
        figure = f"{value / 1e6:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        return lead + before_noun(f"{figure} {'millón' if figure == '1' else 'millones'}", following)
    if 10_000 <= value < 1_000_000 and value % 1000 == 0 and rng.random() < 0.3:
        return f"{lead}{value // 1000} mil"
    return lead + (str(value) if value < 10_000 and rng.random() < 0.5 else digits(value))


def dozen(following: str) -> str:
    """Twelve."""
    return before_noun("una docena", following)


def money(value: int, currency: str, rng: random.Random) -> str:
    """A sum of money."""
    name = CURRENCIES[currency]
    if value < 1_000_000:
        return f"{digits(value)} {name}"
    millions = value / 1e6
    figure = digits(int(millions)) if millions >= 1000 else f"{millions:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    unit = "millón" if figure == "1" else "millones"
    forms = [f"{figure} {unit} de {name}"] * 3
    if value < 10_000_000 and value % 1_000_000:
        forms.append(f"{digits(value)} {name}")
    if figure.isdigit() and 1 < int(figure) <= 12:
        forms.append(f"{spelled(int(figure))} {unit} de {name}")
    return rng.choice(forms)


def decimal(value: float) -> str:
    """A number with a fraction."""
    return f"{value:g}".replace(".", ",")


def percent(value: float, rng: random.Random) -> str:
    """A share of a hundred."""
    return decimal(value) + rng.choice((" por ciento", "%", " %"))


def share(value: float, hedge: str, rng: random.Random) -> str:
    """A share with its article; it may be rounded to a fraction."""
    if hedge in {"about", "nearly"}:
        for low, high, words in (
            (24, 25, "casi la cuarta parte"),
            (32.5, 33.2, "casi un tercio"),
            (48.5, 49.9, "casi la mitad"),
        ):
            if low <= value <= high and value != 25:
                return words
    if hedge == "over" and value % 1:
        return f"más del {percent(int(value), rng)}"
    return f"el {percent(value, rng)}"


def date(value: datetime.date, published: datetime.date, flag: str, rng: random.Random) -> tuple[str, str, str]:
    """A date as told on the day of publishing: what leads to it, itself, what follows."""
    near = abs((value - published).days) < 6
    weekday, plain = DAYS[value.weekday()], f"{value.day} de {MONTHS[value.month - 1]}"
    forms = [plain, plain, f"{weekday} {plain}"]
    if near:
        forms += [weekday] * 5
    if flag == "w" and near:
        return "el ", weekday, ""
    if flag != "b" and value == published - datetime.timedelta(1) and rng.random() < 0.15:
        return "", "ayer", ""
    if flag != "b" and value == published and rng.random() < 0.15:
        return "", "hoy", ""
    return "el ", rng.choice(forms), ""


def ago(years: int) -> str:
    """How many years ago."""
    return f"hace {spelled(years)} años" if spelled(years) else f"hace {years} años"


def tidy(text: str) -> str:
    """Contract prepositions and the article, as Spanish does; not before a name that begins with it."""
    return re.sub(r"\b([Aa]|[Dd]e) el\b", lambda match: match[1][0] + ("l" if match[1] in "aA" else "el"), text)
