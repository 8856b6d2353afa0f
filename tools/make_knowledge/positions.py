"""Which office a position of leaders.tsv is, or none."""
import re


DEPENDENT = {"Scotland", "Wales", "Northern Ireland", "Hong Kong", "Greenland"}

LESSER = re.compile(r"(?i)deputy|vice|assistant|under-?secretar|undersecretar|parliamentary (?:under|private)|delegate|"
                    r"shadow|spouse|first lady|cabinet of|head of the minist|private secretary|junior|advis[eo]r|"
                    r"chief of staff to|secretary to|office of the|\bin the\b|minister of state|state minister|acting head|"
                    r"flemish|ambassador|state secretary|attaché|whip|plenipotentiary|supreme court|councillor of")
HEADS_CALLED_PREMIER = {"CN", "TW", "KP", "NU"}
MINISTERS = re.compile(r"(?i)^(?:federal |union )?(?:cabinet )?minister(?: (?:of|for)|-in-charge| in charge)\b|european commissioner")
US_SECRETARIES = re.compile(r"^Secretary of (?:Agriculture|Commerce|Labor|Health and Human Services|Housing and Urban Development|"
                            r"Transportation|Energy|Education|Veterans Affairs|the Interior)$")
# Portfolios that news names often; the others would double the file for little.
PORTFOLIOS = re.compile(r"(?i)health|education|econom|labou?r|employment|social|agricultur|environment|ecolog|energy|"
                        r"petrol|oil|transport|information|communication|trade|budget|treasury|immigration|europe|"
                        r"security|intelligence|oversea|culture|planning|commissioner|industry")


def office(position, country, territory):
    """The office that a position is, or None where the file leaves it out."""
    p = re.sub(r"\s+", " ", position).strip()
    if territory == "World":
        return "secretary_general" if re.match(r"(Secretary|Director)-General of the (United|World)", p) else None
    if territory == "European Union":
        if p.startswith("European Commissioner"):
            return "minister"
        return None
    if p in ("Permanent Representative to the United Nations", "Ambassador to the United Nations",
             "Permanent Representative of China to the United Nations"):
        return "ambassador"
    if territory in DEPENDENT:
        return "governor" if p in ("First Minister", "Chief Executive", "Prime Minister", "Premier") else None
    if re.fullmatch(r"(?:First )?(?:Deputy Prime Minister|Vice[- ]President|Vice-Chancellor|Vice-Prime Minister)", p):
        return "deputy_head"
    if p in ("Government Spokesperson", "White House Press Secretary"):
        return "spokesperson"
    if re.fullmatch(r"Chief of (?:the )?(?:General|Defence) (?:Staff|Forces?)|Chief of (?:the )?Defence(?: Staff)?|"
                    r"Chair(?:man)? of the (?:Joint )?Chiefs of Staff(?: Committee)?|Chief of Staff of the Army", p):
        return "military_chief"
    if re.fullmatch(r"Governor of the (?:Central|National|Reserve) Bank.*|Governor of the Ban[kq].*|"
                    r"President of the (?:Central|National) Bank|Chair of the Federal Reserve", p):
        return "central_banker"
    if country == "US" and re.fullmatch(r"Governor of [A-Z][\w ]+", p):
        return "governor"
    if country == "US" and p in ("Director of the CIA", "Director of National Intelligence", "Director of the FBI",
                                 "National Security Advisor", "White House Chief of Staff"):
        return "other"
    if re.match(r"Minister-President of", p) or (country == "ES" and re.match(r"President of the (?:Generalitat|Government of Cat)", p)):
        return "governor"
    if LESSER.search(p):
        return None
    if p in ("monarch", "King", "Queen", "Emir", "Sultan", "Grand Duke", "Emperor", "Sovereign Prince", "Prince"):
        return "monarch"
    if p == "Supreme Leader":
        return "supreme_leader"
    if re.fullmatch(r"President(?: of (?:the )?(?:Republic|Confederation|State|Transitional.*|Presidency))?|"
                    r"Chairman of the Presidency|Head of State|Captain Regent|Chairman of the National Defence Commission", p):
        return "head_of_state"
    if (p in ("Prime Minister", "Taoiseach", "Chancellor", "Federal Chancellor", "President of the Council of Ministers",
              "Chairman of the Council of Ministers", "President of the Government", "Minister of State (Prime Minister)",
              "Chairman of the Cabinet of Ministers", "Premier of the State Council")
            or p.endswith("(Prime Minister)") or (p == "Premier" and country in HEADS_CALLED_PREMIER)):
        return "head_of_government"
    if country == "US" and p.startswith("Speaker"):
        return "speaker" if re.fullmatch(r"Speaker of the (?:United States |US )?House(?: of Representatives)?", p) else None
    if re.match(r"(?:Speaker of|President of the (?:Senate|National Assembly|Chamber|Congress|Parliament|House|"
                r"Legislative Assembly|Federal Council|National Council|Council of States|Bundestag)|"
                r"Chairman of the (?:State Duma|Federation Council))", p):
        return "speaker"
    ministerial = (MINISTERS.match(p) or p.startswith("Secretary of State")
                   or (p.startswith("Secretary of ") and country in ("US", "MX", "PH") and "Council" not in p)
                   or p in ("Chancellor of the Exchequer", "Treasurer", "Lord Chancellor", "Attorney General", "Foreign Secretary"))
    if not ministerial:
        return None
    if re.search(r"(?i)foreign (?:and|affairs|relations)|external affairs|foreign, |of foreign|for foreign", p) and not re.search("(?i)foreign (?:trade|commerce)", p):
        return "foreign_minister"
    if country == "US":
        return {"Secretary of State": "foreign_minister", "Secretary of Defence": "defence_minister",
                "Secretary of the Treasury": "finance_minister", "Attorney General": "justice_minister",
                "Secretary of Homeland Security": "interior_minister"}.get(p) or ("minister" if US_SECRETARIES.match(p) else None)
    if p.startswith("Secretary of State") and country != "GB":
        return None
    if re.search(r"(?i)\binterior\b|internal affairs|home affairs|home department|public security", p):
        return "interior_minister"
    if re.search(r"(?i)defen[cs]e|armed forces|armies", p):
        return "defence_minister"
    if re.search(r"(?i)financ|exchequer|treasurer", p):
        return "finance_minister"
    if re.search(r"(?i)justice|lord chancellor", p):
        return "justice_minister"
    return "minister" if PORTFOLIOS.search(p) and MINISTERS.match(p) or country == "GB" and p.startswith("Secretary of State for") else None
