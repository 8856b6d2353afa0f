// Distinct strings are taken from the longest to the shortest, so that a short one ("Loukachenko", "OTCS") finds the full
// one wherever that stands, in the headline's wake or far below. Cost: strings × strings, and a text has few.
#include "stages/entities/group_names.h"

#include <algorithm>

#include "base/utf8.h"
#include "pack/knowledge.h"

namespace greffier::entities {
namespace {

constexpr std::size_t kMostForms = 1000;  // strings beyond these are entities of their own: no text needs more

std::uint64_t key_of(const std::vector<Fingerprint>& words, TokenRange tokens) {
  Fingerprint sum;
  for (Index t = tokens.begin; t < tokens.end; ++t) sum = sum + words[t];
  return sum.hash;
}

Index count_words(const std::vector<Fingerprint>& words, TokenRange tokens) {
  return static_cast<Index>(
      std::count_if(words.begin() + tokens.begin, words.begin() + tokens.end, [](Fingerprint w) { return !w.empty(); }));
}

void set_ends(const std::vector<Fingerprint>& words, NameForm& form) {
  for (Index t = form.tokens.begin; t < form.tokens.end; ++t) {
    if (words[t].empty()) continue;
    if (form.first_word == 0) form.first_word = words[t].hash;
    form.last_word = words[t].hash;
  }
}

void collect_forms(const std::vector<Fingerprint>& words, const Document& d, Scratch& scratch) {
  scratch.forms.clear();
  scratch.form_of.assign(d.mentions.size(), 0);
  for (Index m = 0; m < d.mentions.size(); ++m) {
    const Mention& mention = d.mentions[m];
    const std::uint64_t key = key_of(words, mention.tokens);
    const auto recent = scratch.forms.end() - static_cast<std::ptrdiff_t>(std::min(scratch.forms.size(), kMostForms));
    auto form =
        std::find_if(recent, scratch.forms.end(), [&](const NameForm& f) { return f.key == key && f.type == mention.type; });
    if (form == scratch.forms.end()) {
      scratch.forms.push_back(
          {.key = key, .tokens = mention.tokens, .words = count_words(words, mention.tokens), .type = mention.type});
      set_ends(words, scratch.forms.back());
      form = scratch.forms.end() - 1;
    }
    ++form->count;
    scratch.form_of[m] = static_cast<Index>(form - scratch.forms.begin());
  }
}

// The letters of a name that is an acronym ("OTCS", "O.N.U."), else nothing.
std::u32string acronym(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    at += d.length;
    if (utf8::is_upper(d.point)) letters.push_back(d.point);
    else if (d.point != '.') return {};
  }
  return letters.size() < 2 || letters.size() > 10 ? std::u32string() : letters;
}

// Whether the letters are the initials of the name's words, in order; only words in small letters may be passed over.
bool initials(const std::u32string& letters, std::string_view name) {
  std::size_t next = 0;
  bool start = true;
  for (std::size_t at = 0; at < name.size();) {
    const utf8::Decoded d = utf8::decode(name, at);
    at += d.length;
    const bool letter = utf8::is_letter(d.point);
    if (letter && start) {
      if (next < letters.size() && utf8::upper(d.point) == letters[next]) ++next;
      else if (utf8::is_upper(d.point)) return false;
    }
    start = !letter;
  }
  return next == letters.size();
}

class Grouper {
 public:
  Grouper(const Pack& pack, const std::vector<Fingerprint>& words, const Document& d, const Scratch& scratch)
      : pack_(pack), words_(words), doc_(d), forms_(scratch.forms) {
    find_brackets(scratch);
  }

  // The longer form, already placed, that this one stands for; the commonest of several.
  const NameForm* full_form(const NameForm& form) const {
    const NameForm* best = nullptr;
    for (const NameForm& other : forms_)
      if (other.entity != kNone && stands_for(form, other) && (best == nullptr || other.count > best->count)) best = &other;
    return best;
  }

 private:
  bool stands_for(const NameForm& form, const NameForm& full) const {
    if (form.key == full.key) return form.type == full.type || form.type == EntityType::misc || full.type == EntityType::misc;
    if (form.type != full.type) return false;
    if (same_thing(form, full)) return true;
    if (form.type == EntityType::per) return last_name_of(form, full);
    if (form.type == EntityType::org) return in_brackets(form, full) || short_for(form, full);
    return false;
  }

  std::vector<Fingerprint> words_of(const NameForm& form) const {
    std::vector<Fingerprint> out;
    for (Index t = form.tokens.begin; t < form.tokens.end; ++t)
      if (!words_[t].empty()) out.push_back(words_[t]);
    return out;
  }

  // "Loukachenko", "A. Loukachenko" behind "Alexandre Loukachenko"; a lone first name only where it comes after the full one.
  bool last_name_of(const NameForm& form, const NameForm& full) const {
    if (form.words >= full.words && form.words != 2) return false;
    if (form.last_word != full.last_word && form.first_word != full.first_word) return false;
    const auto a = words_of(form), b = words_of(full);
    if (a.empty() || b.size() < 2) return false;
    if (a.size() < b.size() && std::equal(a.rbegin(), a.rend(), b.rbegin())) return true;
    if (a.size() == 2 && a[1] == b.back() && initial_of(form.tokens.begin, full.tokens.begin)) return true;
    return a.size() == 1 && a[0] == b.front() && full.tokens.begin < form.tokens.begin && !is_last_name(a[0]) &&
           !titled(form.tokens.begin);
  }

  // "le pape François": a first name behind a title is a whole name.
  bool titled(Index token) const {
    return token > 0 && pack_.knowledge && doc_.tokens[token - 1].upos == Upos::NOUN &&
           pack_.knowledge->noun_names().find(words_[token - 1]) != kNone;
  }

  bool initial_of(Index short_token, Index long_token) const {
    const std::string_view a = doc_.text(doc_.tokens[short_token].place), b = doc_.text(doc_.tokens[long_token].place);
    const std::size_t dot = a.find('.');
    return (dot != std::string_view::npos || a.size() <= 2) && b.starts_with(a.substr(0, dot));
  }

  bool is_last_name(Fingerprint word) const {
    return std::any_of(forms_.begin(), forms_.end(),
                       [&](const NameForm& f) { return f.type == EntityType::per && f.words > 1 && f.last_word == word.hash; });
  }

  // Both are names of one thing in the knowledge.
  bool same_thing(const NameForm& a, const NameForm& b) const {
    if (!pack_.knowledge) return false;
    const PhraseTable& names = pack_.knowledge->thing_names();
    for (Index x = names.find({a.key, 0}); x != kNone; x = names.value(x).next)
      for (Index y = names.find({b.key, 0}); y != kNone; y = names.value(y).next)
        if (names.value(x).number == names.value(y).number)
          return pack_.knowledge->things()[names.value(x).number].type == a.type;
    return false;
  }

  // "X (Y)" with Y or X an acronym, anywhere in the text.
  void find_brackets(const Scratch& scratch) {
    for (Index m = 0; m + 1 < doc_.mentions.size(); ++m) {
      const TokenRange outer = doc_.mentions[m].tokens, inner = doc_.mentions[m + 1].tokens;
      if (inner.begin != outer.end + 1 || doc_.text(doc_.tokens[outer.end].place) != "(") continue;
      if (acronym(doc_.text(doc_.place_of(outer))).empty() && acronym(doc_.text(doc_.place_of(inner))).empty()) continue;
      brackets_.emplace_back(scratch.form_of[m], scratch.form_of[m + 1]);
    }
  }
  bool in_brackets(const NameForm& a, const NameForm& b) const {
    const auto x = static_cast<Index>(&a - forms_.data()), y = static_cast<Index>(&b - forms_.data());
    return std::any_of(brackets_.begin(), brackets_.end(),
                       [&](auto pair) { return pair == std::pair(x, y) || pair == std::pair(y, x); });
  }

  // An acronym of the full name, or its first words.
  bool short_for(const NameForm& form, const NameForm& full) const {
    if (form.words > 1 && form.first_word != full.first_word) return false;
    if (form.words == 1 && form.first_word == full.first_word && full.tokens.begin < form.tokens.begin)
      return kind_of_body(form.tokens.begin);
    const std::u32string letters = form.words > 1 ? std::u32string() : acronym(doc_.text(doc_.place_of(form.tokens)));
    if (!letters.empty()) return full.words > 1 && initials(letters, doc_.text(doc_.place_of(full.tokens)));
    const auto a = words_of(form), b = words_of(full);
    if (a.size() < 2 || a.size() >= b.size()) return false;
    return std::equal(a.begin(), a.end(), b.begin()) || (a.size() > 3 && a.back() == b.back() && in_order(a, b));
  }

  // "le Conseil" behind "le Conseil constitutionnel".
  bool kind_of_body(Index token) const {
    if (!pack_.knowledge) return false;
    const Index noun = pack_.knowledge->noun_names().find(words_[token]);
    return noun != kNone && pack_.knowledge->nouns()[pack_.knowledge->noun_names().value(noun).number].kind == "institution";
  }

  // "Cour d'appel de Lyon" in "Cour fédérale d'appel de Lyon".
  static bool in_order(const std::vector<Fingerprint>& a, const std::vector<Fingerprint>& b) {
    std::size_t next = 0;
    for (const Fingerprint word : b) next += next < a.size() && word == a[next];
    return next == a.size();
  }

  const Pack& pack_;
  const std::vector<Fingerprint>& words_;
  const Document& doc_;
  const std::vector<NameForm>& forms_;
  std::vector<std::pair<Index, Index>> brackets_;  // forms
};

std::vector<Index> longest_first(const std::vector<NameForm>& forms) {
  std::vector<Index> order(forms.size());
  for (Index i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) {
    return forms[a].words != forms[b].words ? forms[a].words > forms[b].words : forms[a].tokens.begin < forms[b].tokens.begin;
  });
  return order;
}

// Of a place with several names, the one that the text uses most: "Russie" rather than "Fédération de Russie".
const NameForm& commonest(const Scratch& scratch, const std::vector<Index>& representative, Index group) {
  Index best = group;
  for (Index f = 0; f < scratch.forms.size(); ++f)
    if (representative[f] == group && scratch.forms[f].count > scratch.forms[best].count) best = f;
  return scratch.forms[best];
}

// Numbers the entities in the order in which the text first names them, and writes them down.
void write_entities(const Scratch& scratch, std::vector<Index>& representative, Document& d) {
  std::vector<Index> number(scratch.forms.size(), kNone);
  d.entities.clear();
  for (Index m = 0; m < d.mentions.size(); ++m) {
    const Index group = representative[scratch.form_of[m]];
    if (number[group] == kNone) {
      number[group] = static_cast<Index>(d.entities.size());
      const NameForm& full =
          scratch.forms[group].type == EntityType::loc ? commonest(scratch, representative, group) : scratch.forms[group];
      d.entities.push_back({full.type, Sector::none, {}, d.keep(std::string(d.text(d.place_of(full.tokens)))), {}});
    }
    d.mentions[m].entity = number[group];
  }
  for (Index f = 0; f < representative.size(); ++f) representative[f] = number[representative[f]];
}

}  // namespace

void group_names(const Pack& pack, const std::vector<Fingerprint>& words, Scratch& scratch, Document& d) {
  collect_forms(words, d, scratch);
  std::vector<NameForm>& forms = scratch.forms;
  const Grouper grouper(pack, words, d, scratch);
  for (const Index f : longest_first(forms)) {
    const NameForm* full = forms.size() <= kMostForms ? grouper.full_form(forms[f]) : nullptr;
    forms[f].entity = full == nullptr ? f : full->entity;  // for now, the form that stands for the group
  }
  std::vector<Index> representative(forms.size());
  for (Index f = 0; f < forms.size(); ++f) representative[f] = forms[f].entity;
  write_entities(scratch, representative, d);
  for (Index f = 0; f < forms.size(); ++f) forms[f].entity = representative[f];
}

}  // namespace greffier::entities
