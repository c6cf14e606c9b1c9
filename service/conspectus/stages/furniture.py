"""What page furniture looks like: the wordings that `clean` knows, by reason of removal, in English, Spanish, Chinese,
and the commonest in French and German.

Two tables. A *line* pattern speaks of a whole line, and only of a short one: "Photo: …" opens a credit, but may also
stand in a long paragraph. A *sentence* pattern is so plainly addressed to the visitor of a page that it counts anywhere,
in the middle of a paragraph too. All are matched from the start of the line or sentence unless they begin with `.*`.

Patterns that begin so look at the whole text for each of their words, which takes most of the time. Those carry cues:
a text in which none of them stands, in lower case, is not looked at.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from conspectus.types import Removal

LONGEST = 600  # characters; furniture is shorter, and some patterns take the square of the length
_FLAGS = re.IGNORECASE | re.VERBOSE


class _Rule(NamedTuple):
    removal: Removal
    pattern: re.Pattern[str]
    cues: tuple[str, ...]  # one of them stands in every text that fits; none if that needs no saying


def _rule(removal: Removal, pattern: str, cues: Sequence[str] = ()) -> _Rule:
    return _Rule(removal, re.compile(pattern, _FLAGS), tuple(cues))


# Opening brackets and marks that may stand before any of them; given back to nothing, so that no pattern backtracks.
_LEAD = r"[\[【(（{<*_~=•·»›→↓▼▶\-–—\s]*+"

SENTENCE = (
    _rule(
        Removal.COOKIE,
        rf"""{_LEAD}(?:
            (?=.*\bcookies?\b)(?=.*\b(?:we|our|you|your|this\ (?:web)?site)\b)
              .*\bcookies?\b.*\b(?:accept|agree|consent|browser|website|site|device|preferences|policy|partners)\b
            | .*\b(?:we|this\ (?:web)?site|our\ partners)\b.{{0,40}}\b(?:use|uses|store|set)\b.{{0,30}}\bcookies
            | .*\bcookies\b.*\b(?:acepta|utiliza|utilizamos|usamos|rechazar|configurar|propias|terceros)
            | (?:acepta|aceptar|rechazar|configurar)\b.{{0,20}}\bcookies | .*\bnous\ utilisons\ des\ cookies
            | .*(?:cookie|隐私(?:政策|声明|条款))
              (?=.*[\u4e00-\u9fff])
        )""",
        cues=("cookie", "隐私"),
    ),
    _rule(
        Removal.COOKIE,
        rf"""{_LEAD}(?:
            by\ (?:continuing|using\ this|clicking|browsing)\b.*\b(?:agree|consent|accept)
            | your\ privacy\ (?:matters|is\ important) | we\ (?:value|care\ about)\ your\ privacy
        )""",
    ),
    _rule(
        Removal.SUBSCRIPTION,
        rf"""{_LEAD}(?:
            (?:please\s|and\s|to\s)?(?:subscribe|sign\ up|sign\ in|log\ in|log-in|register|join\ us)\b
              .{{0,60}}\b(?:to|for|today|here|now|from|free|our|your|newsletter|updates|account|reading|comment|conversation)\b
            | (?:already\ (?:have\ an\ account|a\ (?:member|subscriber))|create\ an\ account|register\ a\ new\ account
                |forgot(?:ten)?\ (?:your\ )?password|need\ an\ account)
            | sign\ up\ for\b | sign\ in\ now | subscribe\ (?:here|now|today)\b
            | stay\ (?:informed|tuned|up[ -]to[ -]date|connected)!? \b.{{0,60}}(?:!|newsletter|inbox|updates|$)
            | (?:get|receive|enjoy)\b.{{0,80}}\b(?:newsletter|inbox|email\ alerts?|daily\ email|sunday\ email|straight\ to\ your)
            | enter\ your\ e-?mail | enjoying\ this\? | no\ spam\b
            | you\ have\ (?:read\ )?\d+\ (?:of\ your\ \d+\ )?(?:free\ )?(?:articles?|stories)
            | (?:this\ (?:article|story|content)\ is\ (?:for\ subscribers|exclusive))
            | you\ (?:need|have)\ to\ be\ (?:a\ (?:member|subscriber)|logged\ in|signed\ in)
            | (?:support|fund)\ (?:our|independent|local)\b.{{0,60}}\b(?:journalism|reporting|news) | donate\b
            | become\ a\ (?:member|subscriber|supporter) | unsubscribe
            | (?:download|get)\ (?:our|the)\b.{{0,30}}\bapp\b | get\ push\ notifications
            | (?:suscr[ií]b|reg[ií]strate|regístrese|inicia(?:r)?\ sesi[oó]n|hazte\ (?:socio|suscriptor)|date\ de\ alta)
            | contenido\ (?:exclusivo\ )?para\ suscriptores | ¿ya\ (?:tienes|eres)\b
            | descarga\b.{{0,20}}\bapp\b | recibe\b.{{0,60}}\b(?:bolet[ií]n|correo)
            | abonnez-vous | inscrivez-vous | se\ connecter | jetzt\ (?:abonnieren|anmelden) | newsletter\ (?:abonnieren|bestellen)
            | .{{0,12}}(?:订阅|登录后|注册登录|立即登录|下载(?:APP|客户端)|打开APP|首月仅需)
        )""",
    ),
    _rule(
        Removal.SUBSCRIPTION,
        r""".*\b(?:(?:delivered|straight)\ (?:straight\ |directly\ )?to\ your\ (?:inbox|e-?mail)|hazte\ soci[oa]\b)""",
        cues=(
            "to your",
            "hazte",
        ),
    ),
    _rule(
        Removal.ADVERTISEMENT,
        rf"""{_LEAD}(?:
            (?:story|article|content)\ (?:continues?|continued)\ (?:below|after) | continue\ reading\b | scroll\ (?:down\ )?to\ continue
            | (?:we|this\ site)\ may\ (?:earn|receive)\b.{{0,40}}\bcommission | prices?\ correct\ at\ time
            | free\ (?:\w+\ )?(?:delivery|shipping)\b | (?:add|added)\ to\ (?:basket|cart|bag|wish\s?list)
            | (?:\d+|one)\ (?:people|person|customers?)\ found\ this | was\ this\ (?:review\ |article\ )?helpful
            | customers\ who\b.*\balso\b | check\ (?:the\ )?price\b | buy\ (?:it\ )?now\b | in\ stock\b | dispatched\ within
            | publicidad\b.{{0,60}}(?:contin[uú]a|$)
        )""",
    ),
    _rule(
        Removal.SHARE,
        rf"""{_LEAD}(?:
            (?:please\ )?share\ (?:this|on|via|with)\b.{{0,60}}$ | (?:read\ or\ )?share\ this\ (?:story|article|post)
            | (?:follow|like|find)\ (?:us|me|our|@\w+)\b.{{0,80}}$
            | (?:compart[ei]r?)\ (?:en|esta|este|por)\b.{{0,60}}$ | s[ií]g(?:ue|ua)nos\b
            | partager\ (?:sur|cet) | teilen\ (?:auf|sie)
            | .{{0,8}}(?:分享(?:到|至|给)|扫码|扫描二维码|扫一扫|关注.{{0,16}}(?:公众号|微信|微博|账号))
        )""",
    ),
    _rule(
        Removal.NAVIGATION,
        rf"""{_LEAD}(?:
            (?:jump|skip)\ to\b.{{0,30}}$ | (?:read|see|watch|listen)\ (?:more|also|next|now)\b(?:\s*(?:[:»›>]|about|at|here|on)|$)
            | (?:read|related|recommended|more|see\ also|also\ (?:read|on)|watch|photos?|video|must\ read|don['’]t\ miss)\s?:\s
            | click\ (?:here|on|to)\b | tap\ here\b | back\ to\ top | load\ more | read\ the\ (?:latest|full)\b.{{0,60}}\bhere\W*$
            | embed\ .*\bcopy\ this\ code\b | (?:\d+\ of\ \d+\ )?full\ screen\ autoplay\b
            | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested) | more\ (?:from|on|about|stories)\ .{{0,50}}:?$
            | (?:interested\ in\ .{{1,60}}\?|add\ interest\b|add\ .{{1,60}}\ as\ an\ interest)
            | (?:lee|lea|leer|ver|vea|mira)\ (?:tambi[eé]n|m[aá]s|adem[aá]s)\b | te\ puede\ interesar | ir\ al\ contenido
            | (?:lire|voir)\ aussi | (?:lesen\ sie\ auch|mehr\ zum\ thema)
            | .{{0,3}}(?:点击(?:查看|阅读|进入|下载|右)|更多(?:精彩|内容|新闻|资讯)|查看(?:更多|全部)|延伸阅读|相关(?:阅读|新闻|文章|报道|链接)
                |推荐阅读|阅读原文|展开全文|向下滑动|返回(?:首页|顶部|搜狐)|打开APP)
        )""",
    ),
    _rule(
        Removal.COPYRIGHT,
        rf"""{_LEAD}(?:
            (?:©|c\)|copyright\s(?:©|\(c\)|\d{{4}}|by\b|the\b)).{{0,100}}$
            | this\ material\ may\ not\ be | queda\ prohibida\ la\ reproducci[oó]n
        )""",
    ),
    _rule(
        Removal.COPYRIGHT,
        r"""
            .*\ball\ rights\ reserved | .{0,60}\bmay\ not\ be\ (?:published|reproduced|republished|copied)
            | .{0,30}\b(?:terms\ (?:of|and)\ (?:use|service|conditions)|privacy\ policy)\b.{0,60}$
            | .*\btodos\ los\ derechos\ reservados | .*\btous\ droits\ r[eé]serv[eé]s | .*\balle\ rechte\ vorbehalten
            | .*(?:版权所有|未经.{0,6}(?:授权|许可|同意)|禁止转载|不得转载|转载请注明|转载内容|不代表本)
        """,
        cues=(
            *("all rights", "may not be", "terms of", "terms and", "privacy policy", "los derechos", "tous droits"),
            *("alle rechte", "版权所有", "未经", "转载", "不代表本"),
        ),
    ),
    _rule(
        Removal.CREDIT,
        r"""
            .*[(\[][^()\[\]]*(?:\b(?:photo|image|picture|pic|photograph|getty|afp|reuters|staff\ photographer|file)\b|\bAP\ Photo)
              [^()\[\]]*[/:][^()\[\]]*[)\]]\.?$
            | .*\((?:AP|AFP|Reuters|Getty(?:\ Images)?|EPA|PA|Xinhua)\)\.?$(?<=.{30})
            | .*\((?:photo|image|picture)\ (?:by|credit|courtesy)\b.*\)\.?$
            | .*\b(?:photo|image|picture|cover|video)\ (?:credit|courtesy|copyright|caption|source)\b
            | .*\ foto:\ [^.]{3,60}$ | .*图[/／].{2,20}$ | .*\((?:the\ )?associated\ press\)
        """,
        cues=(")", "]", "credit", "courtesy", "copyright", "caption", "source", "foto:", "图"),
    ),
    _rule(  # what agencies write below pictures: "Lifeguards watch the bay in Ostrey, Saturday, May 3, 2025."
        Removal.CREDIT,
        r"""
            (?!.*\b(?:said|was|were|had|told|will|is\ to|are\ to|[ap]\.m)\b)
            (?:.{20,}(?:,\ (?:mon|tues|wednes|thurs|fri|satur|sun)day,?\ [a-z]{3,9}\.?,?\ \d{1,2},?\ (?:19|20)\d\d\b
              |\bon\ (?:mon|tues|wednes|thurs|fri|satur|sun)day,\ [a-z]{3,9}\.?,?\ \d{1,2},\ (?:19|20)\d\d,\ in\ (?-i:[A-Z])
              )|.*(?-i:[A-Z][a-z]+),\ (?:far\ )?(?:left|right|cent(?:er|re)),\ )
        """,
        cues=("day, ", ", left,", ", right,", ", center,", ", centre,", "far left,", "far right,"),
    ),
    _rule(
        Removal.CREDIT,
        rf"""{_LEAD}(?:
            (?:toggle|hide|show)\ caption | file\ -\ | (?:photo(?:graph)?|image)s?\ (?:by|courtesy)\b.{{0,60}}$
            | in\ this\ .{{4,40}}\ (?:file\ )?(?:photo|picture|image|photograph|frame\ grab)\b | 图为
        )""",
    ),
    _rule(
        Removal.BYLINE,
        rf"""{_LEAD}(?:
            (?:additional\ )?(?:reporting|writing|editing)\b.*\)$ | (?:additional\ )?(?:reporting|writing|editing)\ by\b
        )""",
    ),
    _rule(
        Removal.BYLINE,
        r"""
            .{0,80}\bcontributed\ to\ this\ (?:report|story|article)
            | .{0,30}\banyone\ with\ (?:any\ )?information\b.{0,120}\b(?:call|contact|e-?mail|phone)\b
            | .{0,60}\bcan\ be\ (?:reached|contacted|followed)\ (?:at|on)
        """,
        cues=("contributed to", "can be", "anyone with"),
    ),
    _rule(
        Removal.TRUNCATED,
        r""".*\[\s?[+＋]\s?\d+\s?(?:chars|characters|caracteres|字符?|more)\s?\]$ | .*\[\s?(?:…|\.\.\.)\s?\]$
            | .*\b(?:read|view)\ (?:the\ )?(?:full|rest\ of\ the)\ (?:article|story)$""",
        cues=("[", "full", "rest of"),
    ),
)

LINE = (
    _rule(
        Removal.NAVIGATION,
        rf"""{_LEAD}(?:
            (?:home|menu|search|sections?|topics?|tags?|categories|latest|trending|popular|archive|top\ of\ page|close|next|previous)
              (?:\s(?:now|news|stories|posts|articles|story|article|page))?\W*$
            | (?:related|recommended|most\ (?:read|popular|viewed|shared)|more\ (?:news|stories)|top\ (?:stories|news)
                |latest\ (?:news|stories)|editor['’]?s['’]?\ (?:picks?|choice)|full\ coverage|social\ media|in\ this\ (?:article|story))
              \b.{{0,30}}$
            | (?:home|forum(?:\ index)?|reviews?|news|inicio|portada|首页)\s*[»›>|/]\s*\S.*
            | (?:topics?|tags?|filed\ under|keywords?|temas?|etiquetas?|categor[ií]as?|标签|关键词)\s?[:：].*
            | noticias\ relacionadas | (?:art[ií]culos|contenidos?)\ relacionad.* | lo\ m[aá]s\ (?:le[ií]do|visto) | m[aá]s\ (?:noticias|informaci[oó]n)\W*$
            | (?:inicio|portada|men[uú]|buscar|hemeroteca)\W*$ | tiempo\ de\ lectura.* | guardar\ art[ií]culo | escucha\ .{{0,30}}en\ directo
            | en\ antena:.* | aviso\ legal\b.* | qui[eé]nes\ somos\W*$
            | \d+\s?(?:min(?:ute)?s?)\ (?:read|de\ lectura)\W*$ | text\ size\W*$ | printable\ version\W*$
            | (?:首页|下一篇|上一篇|返回).{{0,60}}$ | 阅读\s?[\d.万]+.* | .*字号[:：].* | 投稿(?:邮箱)?[:：].* | (?:举报|反馈)[/／]?.{{0,6}}$
            | posts?:\ [\d,]+.* | .{{0,40}}\|\ posts:\ [\d,]+.*
        )""",
    ),
    _rule(
        Removal.SUBSCRIPTION,
        rf"""{_LEAD}(?:
            (?:subscribe|sign\ (?:in|up)|log\ ?in|register|newsletters?|join|donate|登录|注册|订阅)(?:\W+(?:now|here|in|up|out|subscribe|register
              |log\ ?in|sign\ (?:in|up)|登录|注册))*\W*$
            | log\ in\ to\ .{{0,30}}$ | subscribe\b.{{0,60}}$ | donate\b.{{0,60}}$ | sign\ up\b.{{0,100}}$ | sign\ in\b.{{0,60}}$
        )""",
    ),
    _rule(
        Removal.ADVERTISEMENT,
        rf"""{_LEAD}(?:
            (?:advert(?:isement|ising|orial)?s?|sponsored(?:\ (?:content|by|links?).*)?|promoted(?:\ .{{0,30}})?|paid\ (?:content|post|partner).*
              |publicidad|anuncios?|patrocinado.*|contenido\ patrocinado|publicit[eé]|anzeige|werbung|广告|推广|赞助)\W*$
            | advertisement\W.{{0,60}}$ | (?:verified\ purchase|helpful|report\ abuse|in\ stock)\b.{{0,60}}$
            | (?:our\ )?(?:rating|score|verdict)\W*[\d.★☆/\s]+.{{0,12}}$ | [\d.]+\ out\ of\ \d+\ stars?.* | [★☆\s]+$
            | .{{0,60}}[,\s][£$€]\s?\d+(?:\.\d\d)\W*$ | report\ this\ review
        )""",
    ),
    _rule(
        Removal.SHARE,
        rf"""{_LEAD}(?:
            (?:share|tweet|pin(?:\ it)?|e-?mail(?:\ this)?|print(?:\ this\ page)?|facebook|twitter|whatsapp|linkedin|reddit|telegram
              |copy\ link|stumbleupon|play|compartir|分享|收藏|打印|微信|微博)
              (?:\W+(?:on|this|page|story|via|to|a|it|share|tweet|pin|e-?mail|print|facebook|twitter|whatsapp|linkedin|reddit|copy|link|friend
                |telegram|enviar|por|correo|en|redes|sociales|compartir|微信|微博|朋友圈|收藏|打印|\d+))*\W*$
        )""",
    ),
    _rule(
        Removal.CREDIT,
        rf"""{_LEAD}(?:
            (?:photo(?:graph)?s?|image|picture|video|cover|credit|photo\ credit|source|graphic|illustration|media\ caption|caption)\s?[:/]\s?.*
            | (?:foto(?:graf[ií]a)?s?|imagen|cr[eé]dito)\s?[:/].* | .*\b(?:credit|cr[eé]dito|foto|photo|photograph)\s?:\s?[^:]{{2,80}}$
            | (?:image\ (?:copyright|caption|source)|media\ playback|toggle\ caption).*
            | [\w.'’ -]{{3,40}}\s?/\s?(?:AP|AFP|Reuters|Getty|Bloomberg|EPA|ABC|NPR|CNN|The\ [\w ]+|[\w ]*Images|[\w ]*Photos?)\W*$
            | .*(?:摄影?|供图|图片来源|资料图)(?:[:：].{{0,20}}|\W*)$
            | (?:图|图片|照片|摄影)(?:[:：/／]).*
            | .*,\s(?:courtesy|courtesy\ of)\b.{{0,60}}$ | .*\bcourtesy\ [A-Z].{{0,40}}$
        )""",
    ),
    _rule(
        Removal.COPYRIGHT,
        rf"""{_LEAD}(?:
            (?:©|c\)|copyright\b(?!\ (?:law|case|claim|holder|office|infring))).* | (?:legal\ notice|terms|privacy|contact(?:\ us)?|about(?:\ us)?|imprint|impressum)(?:\W+.{{0,60}})?\W*$
            | .*(?:版权|免责声明).* | property\ of\ the\b.{{0,60}}$
        )""",
    ),
    _rule(
        Removal.COOKIE,
        rf"""{_LEAD}(?:
            (?:accept|reject|manage|configurar|aceptar|rechazar|accepter)\b.{{0,20}}(?:all|cookies|preferences|todo|tout)?\W*$
        )""",
    ),
    _rule(
        Removal.BYLINE,
        rf"""{_LEAD}(?:
            by\s+(?-i:[A-Z]).{{0,80}}$ | por\s+(?-i:[A-ZÁÉÍÓÚ])[^.]{{0,60}}$ | (?:from|words|text|texto|editor|author|autor)\s?:\s.{{0,60}}$
            | (?:published|updated|last\ updated|posted|modified|first\ published|created|publicado|actualizado|redacci[oó]n)\b.{{0,80}}\d.{{0,40}}$
            | .{{0,24}}(?:责任编辑|责编|编辑|校对|作者|来源|记者|通讯员|审核|监制)\s?[:：].{{0,40}}$ | 据.{{1,12}}[)）]$
            | (?:\w+day,?\s)?(?:\d{{1,2}}\s\w+|\w+\s\d{{1,2}}),?\s(?:19|20)\d\d\b.{{0,30}}$
            | \d{{1,2}}:\d\d\s?(?:am|pm|a\.m\.|p\.m\.|h)?\b.{{0,50}}(?:19|20)\d\d.{{0,10}}$
            | (?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日.{{0,30}}$
        )""",
    ),
    _rule(
        Removal.NOT_PROSE,
        r"""(?:
            \S+\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34])\S*$ | (?:https?://|www\.)\S+$ | [^\s@]+@[^\s@]+$ | \W+$ | [\d\W]+$
            | >\s.* | @\w+\W*$
        )""",
    ),
)

# What a sentence may open with and is not part of it: a dateline, an agency, a label that a page sets before its text.
OPENING = re.compile(
    r"""(?:advertisement|publicidad|exclusive|breaking(?:\ news)?|update(?:\ \d+)?|watch\ live)\s*[:|]?\s+(?=[A-Z“"])
    | (?-i:[A-ZÀ-Þ])[^.!?()\n]{0,60}\([^()\n]{2,40}\)\s*\.?\s*(?:[-–—―]{1,2}|:)\s*
    | (?-i:[A-ZÀ-Þ]{3}[A-ZÀ-Þ .,'’/-]{0,40})(?:,?\s\w{3,10}\.?\s\d{1,2})?\s?(?:(?:[-–—―]{1,2}|\.\s?[-–—―])\s+|—(?=(?-i:[A-ZÀ-Þ“"]))(?![^\n]*—))
    | (?-i:[A-ZÀ-Þ]{8,}-(?=[A-ZÀ-Þ][a-zà-þ]))
    | (?:image\ |media\ )?caption\ (?=(?-i:[A-ZÀ-Þ]))
    | (?:(?:analysis|opinion|editorial|comment|feature|interview)|(?-i:[A-Z][\w'’&]+(?:\ [A-Z][\w'’&]+){1,3}))\ (?=(?-i:The\ [a-z]))
    | (?-i:[A-ZÀ-Þ][\w.'’-]+(?:\ [A-ZÀ-Þ][\w.'’-]+){0,3}),\s\d{1,2}\s(?:de\s)?\w{3,10}\.?\s?(?:\([^()\n]{2,40}\))?\s*\.?\s?[-–—―]{1,2}\s*
    | (?-i:[A-ZÀ-Þ][\w.'’-]*(?:,?\ [A-ZÀ-Þ][\w.'’-]*){0,4})\ \((?:CNN|AP|AFP|UPI|Reuters|Xinhua|EFE|dpa)\)\s+(?=(?-i:[A-ZÀ-Þ“"]))
    | \((?:CNN|AP|AFP|UPI|Reuters|Xinhua|EFE|dpa)\)\s*[-–—―]*\s*
    | (?-i:[A-ZÀ-Þ][\w.'’-]+(?:\ [A-ZÀ-Þ][\w.'’-]+){0,2},\ [A-ZÀ-Þ][\w.'’-]+(?:\ [A-ZÀ-Þ][\w.'’-]+){0,2})\s*(?:[–—―]|\s-{1,2})\s*(?=(?-i:[A-ZÀ-Þ“"]))
    | --\s*(?=(?-i:[A-ZÀ-Þ“"]))
    | (?:\w+day,\ )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\ \d{1,2},\ (?:19|20)\d\d
      (?:(?=(?-i:[A-ZÀ-Þ“"]))|\ (?=(?-i:An?|The|In|At|After|For|Up)\ ))
    | [【\[][^】\]\n]{2,24}[】\]]\s*
    | [^，。！？\s]{2,16}\d{1,2}日(?:电|讯|消息)[，,]?\s*(?:[（(][^（）()\n]{2,30}[）)])?\s*
    | (?:本报讯|综合消息)\s*(?:[（(][^（）()\n]{2,30}[）)])?\s*
    """,
    _FLAGS,
)

# A line that stands above or between readers' comments, and nowhere else. What follows the first is not the article's.
COMMENTS = re.compile(
    rf"""{_LEAD}(?:
        link\ to\ comment | share\ on\ other\ sites | (?:leave|post|add|write)\ a\ (?:comment|reply) | (?:view|show|load|read)\ (?:all\ |more\ )?(?:\d+\ )?comments
        | \d+\ (?:comments?|replies|responses)\W*$ | comments?\s?(?:\(\d+\))?\W*$ | join\ the\ (?:conversation|discussion) | sign\ in\ to\ (?:join\ the\ conversation|comment)
        | reply(?:\W+(?:like|share|report|quote|flag)(?:\s?\(?\d*\)?)?)*\W*$ | (?:quote|like(?:\s?\(\d+\))?)\W+reply.{{0,20}}$ | (?:log|sign)\ in\ to\ (?:reply|comment)
        | (?:agree|disagree|like|confused|haha|upvote)\s\d+\W*$
        | comentarios?\s?\(?\d*\)?\W*$ | inicia\ sesi[oó]n\ para\ comentar | responder\W+(?:me\ gusta|denunciar).{{0,30}}$ | deja\ (?:un|tu)\ comentario
        | commentaires?\s?\(?\d*\)?\W*$ | kommentare?\s?\(?\d*\)?\W*$
        | (?:网友)?评论\s?[(（]?\d*[)）]?\W*$ | 登录后评论.{{0,10}}$ | 回复\W+(?:赞|点赞).{{0,20}}$ | 发表评论.{{0,10}}$ | 查看全部评论.{{0,6}}$
    )""",
    _FLAGS,
)


def match(table: Sequence[_Rule], text: str) -> Removal | None:
    """The reason by which the first rule of a table that the text fits would remove it."""
    if len(text) > LONGEST:
        return None
    lowered = text.lower()
    for removal, pattern, cues in table:
        if cues and not any(cue in lowered for cue in cues):
            continue
        if pattern.match(text):
            return removal
    return None


# What stands at the head of a page that has a notice instead of an article.
_PAGES = {
    kind: re.compile(pattern, _FLAGS)
    for kind, pattern in {
        "an error page": r"""
            (?:http\ |error\ |code:?\ )?(?:40[0-9]|41[0-9]|50[0-9])\b.{0,30}\b(?:error|not\ found|forbidden|unavailable|gone|timeout|gateway)
            | (?:sorry,?\ |oops[,!]?\ )?(?:(?:the|this|that)\ )?(?:requested\ )?(?:web\ ?)?(?:page|article|story|content|url)
                (?:\ (?:that\ )?you\ .{3,30}?)?\ (?:(?:was|is|could|can)\ ?not\ (?:be\ )?found|cannot\ be\ found|can['’]t\ be\ found|not\ found
                |(?:is\ )?no\ longer\ (?:available|exists?)|does(?:\ not|n['’]t)\ exist|has\ been\ (?:re)?moved|is\ (?:currently\ )?unavailable)
            | (?:access|permission)(?:\ to\ this\ (?:page|site|website|resource|server))?(?:\ (?:has\ been|is|was))?\ denied | you\ (?:do\ not|don['’]t)\ have\ (?:permission|access)
            | (?:sorry|oops|whoops|uh-oh)\b.{0,60}\b(?:wrong|not\ found|error|can['’]t\ find|couldn['’]t\ find|unavailable)
            | (?:an|this|the)\ (?:unexpected\ |internal\ )?(?:server\ )?error\ (?:has\ )?occurred | (?:bad\ gateway|service\ (?:temporarily\ )?unavailable|gateway\ time-?out)
            | this\ site\ can['’]t\ be\ reached
            | .{0,20}\bp[aá]gina\b.{0,30}\bno\ (?:encontrada|existe|disponible|se\ ha\ encontrado|se\ encuentra) | acceso\ denegado
            | .{0,30}\bpage\b.{0,30}\b(?:introuvable|n['’]existe\ (?:pas|plus)) | acc[eè]s\ refus[eé]
            | .{0,30}\bseite\b.{0,30}\b(?:nicht\ gefunden|existiert\ nicht|nicht\ (?:mehr\ )?verf[uü]gbar) | zugriff\ verweigert
            | .{0,12}(?:страница\ не\ найдена|доступ\ (?:запрещ[её]н|ограничен)) | .{0,12}(?:页面不存在|找不到(?:该)?页面|访问被拒绝|页面无法访问)
        """,
        "a check for robots": r"""
            .{0,40}\b(?:are\ you\ (?:a\ )?(?:robot|human)|(?:verify|confirm|prove)\ (?:that\ )?you(?:\ are|['’]re)\ (?:a\ )?(?:human|not\ a\ (?:ro)?bot))
            | .{0,60}\b(?:detected\ unusual|unusual\ (?:traffic|activity)\ from\ your)\b | checking\ (?:if\ the\ site\ connection|your\ browser)
            | .{0,60}\b(?:enable|turn\ on|activate)\ (?:javascript|js|cookies)\b | (?:please\ )?(?:complete|solve|enter)\b.{0,30}\bcaptcha\b | press\ (?:&|and)\ hold
            | .{0,40}\b(?:activa|habilita)r?\ javascript | .{0,40}\bactiver\ javascript | .{0,40}\bjavascript\ (?:aktivieren|zu\ aktivieren)
            | .{0,12}(?:请完成验证|安全验证|请启用\ ?javascript)
        """,
        "a web archive's note": r"""
            (?:these|this|the\ seed\ for\ this)\ crawls?\b.{0,140}\b(?:archiv\w*|captur\w*|wayback|hosts?|domains?|outlinks)\b
            | (?:focused|survey|wide|web)\ crawls?\ (?:data\ )?(?:are\ (?:run|collections)|of\ (?:outlinks|the\ internet)|from\ common\ crawl)\b
            | crawl\ of\ outlinks\b | .{0,80}\bcrawl\ data\ to\ the\ internet\ archive\b
            | .{0,60}\bcollections?\ of\b.{0,40}\bwarcs?\b.{0,80}\binternet\ archive\b
        """,
        "a paywall": r"""
            .{0,30}\b(?:to\ (?:continue|keep)\ reading|to\ read\ (?:the\ full|this)\ (?:article|story)|to\ unlock\ this\ (?:article|story))
            | .{0,20}\bthis\ (?:article|content|story)\ is\ (?:only\ )?(?:available\ (?:only\ )?|reserved\ |exclusively\ )?(?:to|for)\ (?:our\ )?(?:paying\ )?(?:subscribers|members)
            | you(?:['’]ve|\ have)\ (?:reached|used|hit)\b.{0,30}\b(?:limit|free\ (?:articles?|stories))
            | .{0,20}\b(?:contenido|art[ií]culo)\ (?:exclusivo|reservado)\ para\ (?:nuestros\ )?suscriptores
            | .{0,20}\b(?:article|contenu)\ r[eé]serv[eé]\ (?:aux|[àa]\ nos)\ abonn[eé]s | .{0,30}\bnur\ f[uü]r\ abonnenten
            | .{0,20}(?:订阅后(?:继续)?阅读|仅限(?:订阅|付费)(?:用户|会员))
        """,
    }.items()
}  # fmt: skip


def page(text: str) -> str:
    """What a page is on which this is one of the first sentences, such as "an error page"; "" if it may be an article."""
    return next((kind for kind, pattern in _PAGES.items() if len(text) <= LONGEST and pattern.match(text)), "")
