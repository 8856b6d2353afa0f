// What names are told by, word by word: a small record for each surface word, from which the model's features are made.
#pragma once

#include <cstdint>
#include <vector>

#include "greffier/document.h"
#include "greffier/pack.h"
#include "pack/fingerprint.h"

namespace greffier::names {

// Bits of Clue::known: what the pack's knowledge says of the word, alone or as part of a longer name.
enum Known : std::uint16_t {
  kState = 1, kCity = 2, kOtherPlace = 4, kBody = 8, kPerson = 16, kOtherThing = 32,
  kOfficeHolder = 64, kLastName = 128, kMaleName = 256, kFemaleName = 512, kNationality = 1024, kRoleNoun = 2048,
  kBegins = 4096,   // first word of the longest known name
  kInside = 8192    // a later word of it
};

// Bits of Clue::context.
enum Context : std::uint8_t {
  kFirst = 1, kHeading = 2, kQuoted = 4, kSpaceAfter = 8,
  kSmallElsewhere = 16,   // the same word stands in small letters elsewhere in the text
  kCapitalElsewhere = 32  // … with a capital inside a sentence elsewhere
};

// The shape of a word: what its letters are.
enum class Shape : std::uint8_t { small, capital, upper, initial, mixed, joined, number, mark, other };

struct Clue {
  Index token = 0;  // the first token of the surface word
  std::uint64_t word = 0;  // fingerprint
  std::uint64_t prefix = 0, suffix2 = 0, suffix3 = 0, suffix4 = 0;  // of the bytes in small letters
  std::uint16_t known = 0;
  std::uint16_t lexicon = 0;  // parts of speech that the lexicon has for the word in small letters, a bit each
  std::uint8_t context = 0;
  std::uint8_t length = 0;  // in letters, at most 15
  Shape shape = Shape::other;
  Upos upos = Upos::X;

  bool capital() const {
    return shape == Shape::capital || shape == Shape::upper || shape == Shape::initial || shape == Shape::joined ||
           shape == Shape::mixed;
  }
};

// Fills `words` with the fingerprint of every token and `clues` with one clue for each surface word, and `first` with the
// place in `clues` where each sentence begins (and one more, the end).
struct ClueSheet {
  std::vector<Clue> clues;
  std::vector<Index> first;
  std::vector<std::uint64_t> small, capitals;  // sorted fingerprints
  std::string buffer;
};
void gather(const Pack& pack, const Document& document, const std::vector<std::uint8_t>& layers,
            std::vector<Fingerprint>& words, ClueSheet& sheet);

}  // namespace greffier::names
