// One article's text and everything that the stages found in it.
//
// The text never changes. Each layer is a plain vector of small structs that refer to the text by ByteRange, to strings
// that are not in the text by PoolRange, and to each other by index. A Document can be copied, moved, compared and
// printed. check() holds every invariant named here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "greffier/calendar.h"
#include "greffier/grammar.h"
#include "greffier/range.h"
#include "greffier/vocabulary.h"

namespace greffier {

// A dated text as it came in. `published` is what the source says of its day: a day, a month, a year or nothing.
struct Article {
  std::string id;
  std::string source;
  std::string lang;   // ISO 639-1, empty when not told
  std::string title;  // metadata only; when `text` starts with it, it is not repeated
  std::string url;
  std::string published;  // as given, e.g. "2020-08"; empty when not told
  DaySpan published_span;
  std::string text;  // UTF-8, valid
};

bool operator==(const Article& a, const Article& b);

// A sentence: a run of tokens. Sentences cover all tokens, in order, without overlap, and none is empty.
struct Sentence {
  TokenRange tokens;
  ByteRange place;
  bool heading = false;  // a title or cross-heading: a line of its own without a final stop
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// Part of a surface token that stands for several syntactic words ("du" = de + le): Universal Dependencies' multi-word
// token. The words of one share their `place`.
enum class MultiWord : std::uint8_t { none, first, later };

// A syntactic word in the sense of Universal Dependencies.
struct Token {
  ByteRange place;
  PoolRange form;   // empty: the form is the text at `place`
  PoolRange lemma;  // in the pool; empty before lemmatisation
  Index head = kNone;  // index into Document::tokens; kNone for the root and before parsing
  Feats feats;
  Upos upos = Upos::X;
  Relation relation;
  MultiWord multi = MultiWord::none;
  bool space_after = false;  // white space (or the end of the text) follows `place`
  friend bool operator==(const Token&, const Token&) = default;
};

// A pair of quotation marks. `outer` holds the marks, `inner` does not. Pairs nest properly.
struct Quote {
  ByteRange outer;
  ByteRange inner;
  TokenRange tokens;      // the tokens of `inner`
  Index inside = kNone;   // the quote that holds this one
  bool closed = true;     // false: the text never closes it; it ends with its paragraph
  friend bool operator==(const Quote&, const Quote&) = default;
};

// Where a finding comes from: the name of a rule or model, e.g. "fr.said.inverted", interned in Document::origins.
using Origin = std::uint16_t;

// A person, organisation, place or other named thing; its mentions are those whose `entity` is its index.
struct Entity {
  EntityType type = EntityType::misc;
  Sector sector = Sector::none;
  Country country;
  PoolRange name;  // the fullest name that the text gives
  PoolRange kb;    // Wikidata id where known, else empty
  PoolRange candidates = {};  // where `kb` is open between several: their ids, a blank between
  friend bool operator==(const Entity&, const Entity&) = default;
};

// A place in the text that names or stands for an entity. Sorted by place.
struct Mention {
  ByteRange place;
  TokenRange tokens;
  Index entity = kNone;
  MentionKind kind = MentionKind::name;
  EntityType type = EntityType::misc;  // the type found for this very mention
  Origin origin = 0;
  friend bool operator==(const Mention&, const Mention&) = default;
};

// A time expression with its TIMEX3 value. `days` bounds the day for DATE and TIME and is unknown for the others.
struct Time {
  ByteRange place;
  TokenRange tokens;
  PoolRange value;
  DaySpan days;
  TimeType type = TimeType::date;
  Origin origin = 0;
  friend bool operator==(const Time&, const Time&) = default;
};

struct Hop {  // one link of a chain, from the mouth outwards
  ByteRange place;
  Index entity = kNone;
  HopRole role = HopRole::origin;
  SourceType type = SourceType::none;
  friend bool operator==(const Hop&, const Hop&) = default;
};

struct Statement {
  ByteRange cue;       // empty: none
  PoolRange cue_lemma;
  ItemRange content;   // Document::spans
  ItemRange chain;     // Document::hops
  Index inside = kNone;  // Document::statements
  Index time = kNone;    // Document::times
  StatementKind kind = StatementKind::indirect;
  Act act = Act::assert_;
  bool negative = false;
  bool hearsay = false;
  Origin origin = 0;
  friend bool operator==(const Statement&, const Statement&) = default;
};

struct Party {  // an actor or a target of an event
  ByteRange place;
  Index entity = kNone;
  Country country;
  Sector sector = Sector::none;
  friend bool operator==(const Party&, const Party&) = default;
};

struct Event {
  ByteRange trigger;
  ItemRange actors;        // Document::parties
  ItemRange targets;       // Document::parties
  ItemRange according_to;  // Document::links: indices of statements
  Index time = kNone;
  Index spot = kNone;      // Document::entities: the place where it happened
  DaySpan days;
  std::uint8_t code = 0;   // row of event_codes(): type, mode, CAMEO
  EventStatus status = EventStatus::happened;
  DatedBy dated_by = DatedBy::publication;
  Origin origin = 0;
  friend bool operator==(const Event&, const Event&) = default;
};

struct Document {
  Article article;
  DaySpan day;       // the day of publication, as narrow as source and text allow (date_article)
  std::vector<std::string> day_reasons;  // how the text narrowed it, or contradicts it, in words
  std::string pool;  // strings that are not in the text: lemmas, values
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Quote> quotes;
  std::vector<Entity> entities;
  std::vector<Mention> mentions;
  std::vector<Time> times;
  std::vector<Statement> statements;
  std::vector<Event> events;
  std::vector<ByteRange> spans;
  std::vector<Hop> hops;
  std::vector<Party> parties;
  std::vector<Index> links;
  std::vector<std::string> origins = {std::string()};  // names of rules and models; entry 0 is "none"

  std::string_view text() const { return article.text; }
  std::string_view text(ByteRange place) const { return text().substr(place.begin, place.size()); }
  std::string_view pooled(PoolRange range) const { return std::string_view(pool).substr(range.begin, range.size()); }
  std::string_view form(const Token& token) const { return token.form.empty() ? text(token.place) : pooled(token.form); }
  std::string_view lemma(const Token& token) const { return pooled(token.lemma); }

  // Appends `string` to the pool.
  PoolRange keep(std::string_view string);
  // The index of `name` in `origins`, added where it is new.
  Origin origin_of(std::string_view name);
  // The places from the first to the last token of `range`; empty for an empty range.
  ByteRange place_of(TokenRange range) const;
  // The tokens that lie wholly within `place`.
  TokenRange tokens_within(ByteRange place) const;
  // The index of the sentence that holds token `token`.
  Index sentence_of(Index token) const;

  friend bool operator==(const Document&, const Document&) = default;
};

// The first broken invariant in words, or an empty string for a sound document.
std::string check(const Document& document);

// The layers as lines of text, for golden tests and for people.
std::string dump(const Document& document);

}  // namespace greffier
