"""How names are written: letters, capitals, variants."""
import re
import unicodedata


def nfc(text):
    return unicodedata.normalize("NFC", text)


def fold(text):
    """Lower case without marks: for comparing names, never for writing them."""
    text = unicodedata.normalize("NFD", text.lower().translate(str.maketrans("ıłøđßæœ", "ilodsao")))
    return "".join(c for c in text if not unicodedata.combining(c))


def plain(text):
    """Letters that French news does not print (ğ, ş, ł, ḩ, ʿ) replaced by those that it does."""
    keep = set("àâäçéèêëîïôöùûüÿœæñáíóúãõåÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆÑÁÍÓÚÅ")
    text = text.translate(str.maketrans({"ł": "l", "Ł": "L", "ı": "i", "İ": "I", "đ": "dj", "Đ": "Dj", "ə": "e",
                                         "‘": "", "’": "'", "ʿ": "", "ʾ": "", "`": "", "ø": "ø", "ʻ": ""}))
    out = []
    for c in nfc(text):
        if c in keep or ord(c) < 128 or c == "ø" or c == "Ø":
            out.append(c)
        else:
            out.append("".join(d for d in unicodedata.normalize("NFD", c) if not unicodedata.combining(d)))
    return "".join(out)


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def bare_capitals(text):
    """'Élysée' as typewriters put it: 'Elysée'."""
    return re.sub(r"(?<![\w])[ÀÂÇÉÈÊËÎÏÔÖÙÛÜ]", lambda m: unicodedata.normalize("NFD", m[0])[0], text)


LOWERED = re.compile(r"(Conseil|Cour|Assemblée|Haut-Commissariat|Parti|Organisation|Banque|Agence|Tribunal|Comité|Commission|"
                     r"Ligue|Fédération|Confédération|Chambre|Bureau|Office|Parlement|Front|Mouvement|Forces|Service|"
                     r"Université|Institut|École|Direction|Inspection|Autorité|Parquet|Syndicat|Réserve|Église|Police) ")


def lowered(names):
    """'Conseil de sécurité' is also printed 'conseil de sécurité'."""
    return [name[0].lower() + name[1:] for name in names if LOWERED.match(name)]


def forms(name, aliases):
    """The aliases, in order, without repeats, each also with its capitals bare."""
    seen, out = {name}, []
    for form in [name, *aliases]:
        for variant in (form, bare_capitals(form), plain(form)):
            variant = nfc(variant.strip())
            if variant and variant not in seen:
                seen.add(variant)
                out.append(variant)
    return out
