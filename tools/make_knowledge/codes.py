"""Names of columns, and the codes that the tables may hold."""


TYPES = {"PER", "ORG", "LOC", "MISC"}
SECTORS = set("GOV MIL COP SPY JUD LEG PTY OPP REB CRM CVL MED BUS LAB EDU HLH REL IGO NGO UNK".split())
KINDS = set("state territory historic area region city capital seat place person office_org igo ngo media party "
            "armed_group gang opposition union company sports".split())
OFFICES = set("head_of_state head_of_government foreign_minister interior_minister defence_minister "
              "finance_minister justice_minister minister speaker supreme_leader monarch pope "
              "secretary_general deputy_head spokesperson ambassador governor mayor military_chief "
              "central_banker judge other".split())
COLUMNS = {
    "entries.tsv": "id kind type country sector gender name aliases".split(),
    "demonyms.tsv": "country masc_sing masc_plur fem_sing fem_plur extra".split(),
    "offices.tsv": "kb name aliases country office gender start end".split(),
    "nouns.tsv": "lemma sector kind gender".split(),
    "first_names.tsv": "name gender".split(),
}

# ISO 3166-1 codes of what is no state of its own (Kosovo, Palestine, Taiwan and Western Sahara pass for states here).
TERRITORIES = set("""AI AS AW AX BL BM BQ CC CK CW CX FK FO GF GG GI GL GP GU HK IM JE KY MF MO MP MQ MS NC NF NU PF PM PN
PR RE SH SJ SX TC TK VG VI WF YT""".split())

# Codes of no country of their own, for the check.
EXTRA_CODES = {"XK", "EU", "SU"}

ISO = set("""AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM
KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ
SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU
WF WS YE YT ZA ZM ZW""".split()) | EXTRA_CODES
