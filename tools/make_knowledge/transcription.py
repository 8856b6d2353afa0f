"""Names that sources give in their English form, as French writes them."""
import re

from make_knowledge.sources import split
from make_knowledge.spelling import fold, forms, nfc, plain


ARAB = set("SY IQ LB JO PS EG LY SA YE AE QA KW BH OM SD".split())
SLAVIC = set("RU UA BY KZ KG UZ TM TJ".split())
CAUCASIAN = set("AM GE AZ".split())
FIRST = dict(pair.split("=") for pair in """
Sergey=Sergueï Sergei=Sergueï Andrey=Andreï Andrei=Andreï Alexey=Alexeï Aleksey=Alexeï Alexei=Alexeï Dmitry=Dmitri
Dmitriy=Dmitri Yuri=Iouri Yury=Iouri Yuriy=Iouriï Mikhail=Mikhaïl Nikolay=Nikolaï Nikolai=Nikolaï Anatoly=Anatoli
Anatoliy=Anatoliï Vitaly=Vitali Vitaliy=Vitaliï Valery=Valeri Valeriy=Valeriï Gennady=Guennadi Grigory=Grigori
Evgeny=Evgueni Yevgeny=Evgueni Alexander=Alexandre Aleksandr=Alexandre Alexandr=Alexandre Maxim=Maxime Maksim=Maxime
Georgy=Gueorgui Georgi=Gueorgui Pyotr=Piotr Fyodor=Fiodor Ilya=Ilia Yelena=Elena Yekaterina=Ekaterina Tatyana=Tatiana
Natalya=Natalia Nataliya=Natalia Yulia=Ioulia Yuliya=Ioulia Vyacheslav=Viatcheslav Vasily=Vassili Vasiliy=Vassili
Arkady=Arkadi Ruslan=Rouslan Rashid=Rachid Rustam=Roustam Semyon=Semion Uladzimir=Ouladzimir Serhiy=Serhii
Andriy=Andriï Oleksiy=Oleksiï Arseniy=Arseni Viktor=Viktor Igor=Igor Vladimir=Vladimir Oleg=Oleg Sergiy=Serguiï
Gennadiy=Guennadi Kostyantyn=Kostiantyn Konstantin=Konstantin Valentin=Valentin Marat=Marat Timur=Timour Eduard=Edouard Yegor=Egor Ivan=Ivan Roman=Roman
Ramzan=Ramzan Denis=Denis Anton=Anton Pavel=Pavel Boris=Boris Leonid=Leonid Vadim=Vadim Kirill=Kirill Ihor=Ihor
Vladislav=Vladislav Irina=Irina Olga=Olga Anna=Anna Maria=Maria Galina=Galina Lyudmila=Lioudmila Vsevolod=Vsevolod
Benjamin=Benjamin Martin=Martin Robin=Robin Albin=Albin Edwin=Edwin""".split())
VOWEL = "aeiouyéïü"
CHANGES = [(r"shch", "chtĉ"), (r"sch", "sĥ"), (r"tch", "tĉ"), (r"sh", "ĉ"), (r"ch", "tĉ"), (r"zh", "j"),
           (r"iya$", "ia"), (r"^ye", "ie"), (r"^yu", "iou"), (r"^ya", "ia"), (r"^yo", "io"), (r"^yi", "yi"),
           (r"(?<=[aeiou])ye", "ïe"), (r"(?<=[aeiou])yu", "ïou"), (r"(?<=[aeiou])ya", "ïa"),
           (r"yev$", "iev"), (r"ye", "ie"), (r"yu", "iou"), (r"ya", "ia"), (r"yo", "io"),
           (r"(?<=[aeou])[yi](?![aeiou])", "ï"), (r"s?kiy$|sky$|skyy$|skyi$", "ski"), (r"(?:iy|yy|yi)$", "y"),
           (r"(?<![oe])u", "ou"), (r"g(?=[eiy])", "gu"), (r"(?<=[aeiouï])s(?=[aeiouyï])", "ss"),
           (r"in$", "ine"), (r"yn$", "yne"), (r"ĉ", "ch"), (r"ĥ", "ch")]


def slavic_word(word):
    if word in FIRST:
        return FIRST[word]
    if not re.fullmatch(r"[A-Z][a-z']+", word):
        return word
    text = word.lower()
    for pattern, to in CHANGES:
        text = re.sub(pattern, to, text)
    return text[:1].upper() + text[1:]


def slavic(name, country="RU"):
    """The English spelling of a Russian, Ukrainian or Belarusian name as French would spell it."""
    name = re.sub(r"[A-Za-z']+", lambda m: slavic_word(m[0]), name)
    return name if country == "UA" else re.sub(r"iï\b", "i", name)


def caucasian(name):
    name = re.sub(r"yan\b", "ian", re.sub(r"\bYu", "Iou", name))
    return re.sub(r"(?<![oa])u", "ou", name.replace("sh", "ch").replace("Sh", "Ch").replace("zh", "j").replace("Zh", "J"))


def arabic(name):
    name = re.sub(r"\bMuhammad\b", "Mohammed", re.sub(r"\bYusuf\b", "Youssef", name))
    name = re.sub(r"\b[bB]in\b", "ben", name)
    name = name.replace("Sh", "Ch").replace("sh", "ch").replace("oo", "ou")
    return re.sub(r"(?<![oa])u(?!ei)", "ou", name)


def french_name(name, country, byhand):
    """The French form and the other forms of a name that leaders.tsv gives in its English form."""
    name = nfc(re.sub(r"\s*\(.*?\)|, (?:Jr|Sr|Baron|Baroness|Lord|Prince|Grand).*$", "", name)).strip()
    row = byhand.get(fold(name))
    if row:
        return row["name"], forms(row["name"], [*split(row["aliases"]), name])
    name = re.sub(r" of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?$", "", name)
    if country in SLAVIC and name.isascii():
        french = slavic(name, country)
        return french, forms(french, [name])
    if country in CAUCASIAN and name.isascii():
        return caucasian(name), forms(caucasian(name), [name])
    if country in ARAB and name.isascii():
        return name, forms(name, [arabic(name)])
    if country in ("TR", "AZ", "VN", "PL", "RS", "BA", "HR", "ME", "MK", "LT", "LV", "TM", "JP"):
        return plain(name), forms(plain(name), [name])
    return name, forms(name, [])
