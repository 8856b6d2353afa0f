// The record: what leaves the program. It owns its strings, and its offsets count Unicode code points of the text.
//
// The shape is docs/formats/record.md; record_of() is the one place where bytes become code points.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "greffier/document.h"

namespace greffier {

struct Span {  // code points, half-open
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

struct Record {
  struct Mention { Span span; std::string kind; };
  struct Entity {
    std::string id, type, name, kb, country, sector;
    std::vector<Mention> mentions;
    std::vector<std::string> candidates = {};  // ids between which `kb` is open
  };
  struct Time { std::string id; Span span; std::string type, value, earliest, latest, rule; };
  struct Hop { std::string role; Span span; std::string entity; std::string type = {}; };
  struct Statement {
    std::string id, kind, act, polarity;
    bool hearsay = false;
    std::optional<Span> cue;
    std::string cue_lemma;
    std::vector<Span> content;
    std::vector<Hop> chain;
    std::string inside, time, rule;
  };
  struct Party { Span span; std::string entity, country, sector; };
  struct Event {
    std::string id, type, mode, cameo;
    Span trigger;
    std::vector<Party> actors, targets;
    std::string time, earliest, latest, dated_by, place, status;
    std::vector<std::string> according_to;
    std::string rule;
  };

  std::string id, source, lang, title, url;
  std::string published, earliest, latest;  // the article's day as told, and its bounds after reading
  std::string text;
  std::vector<Entity> entities;
  std::vector<Time> times;
  std::vector<Statement> statements;
  std::vector<Event> events;
};

// Empty strings stand for JSON's null.
Record record_of(const Document& document);

// One JSON object on one line, without the line's end.
std::string to_json(const Record& record);

// The way back; spans are not held against the text. Throws Error{input} where `line` is no record.
Record record_from_json(std::string_view line);

}  // namespace greffier
