// What a time expression says before it is known when "now" is: a kind and its slots, filled by the pack's rules.
//
// A value is a function of the article's day: find_times reads Expressions, date_article works them out (times/resolve.h)
// in each day that the article may be of.
#pragma once

#include <cstdint>

#include "greffier/document.h"

namespace greffier::times {

enum class Kind : std::uint8_t {
  none,      // only a part of the day or an hour: the day is that of the context
  day,       // a day and month; year and weekday may be missing
  weekday,   // a day of the week
  month,     // a month; the year may be missing
  year,
  decade,    // of `year`
  century,   // the n-th
  season,    // TIMEX3's SP SU FA WI
  quarter,   // the n-th of a year
  half,      // likewise
  week,      // the n-th of a year
  shift,     // n units from the anchor: yesterday, three days ago, five days later
  unit,      // the unit of the calendar that is n away from the anchor's: this week, last month
  holiday,   // a fixed day and month, or n days from a feast that moves
  duration,
  set,
  vague,     // a value that TIMEX3 only names: PAST_REF, FUTURE_REF, PRESENT_REF
};

enum class Unit : std::uint8_t {
  none, second, minute, hour, day, weekend, week, month, quarter, half, year, decade, century, millennium
};

enum class Anchor : std::uint8_t { now, then };  // the article's (or the speaker's) day; the day that is being told of

enum class Aim : std::uint8_t { open, past, present, future };  // last, this, next; `open`: the tense decides

enum class Slice : std::uint8_t { whole, start, mid, end };

enum class Part : std::uint8_t { none, morning, midday, afternoon, evening, night };

// What the day of a feast is counted from, where it has no fixed day: Easter of either church, the Hebrew new year (the
// first of Tishri), Hanukkah, a month of the Hijra's calendar, the Chinese new year, Diwali.
enum class Feast : std::uint8_t { none, easter, orthodox_easter, tishri, hanukkah, hijri, chinese, diwali };

// How a preposition ties a deed to the time.
enum class Link : std::uint8_t { at, since, from, until, by, before, after };  // `from`: as early as; `by`: until, ahead

enum class Joined : std::uint8_t { no, also, to };  // "on 3 March and 4 May"; "from 9 to 15"

enum class Tense : std::uint8_t { none, past, present, future };  // of the verb that governs the expression

inline constexpr int kOpenNumber = -1'000'000;  // "some", "several"
inline constexpr int kNoNumber = kOpenNumber - 1;

struct Expression {
  TokenRange tokens;
  Origin origin = 0;
  Kind kind = Kind::none;
  Unit unit = Unit::none;
  Anchor anchor = Anchor::now;
  Aim aim = Aim::open;
  Slice slice = Slice::whole;
  Part part = Part::none;
  Link link = Link::at;
  Tense tense = Tense::none;
  std::uint8_t season = 0;   // 1 = spring … 4 = winter
  std::uint8_t month = 0, day = 0, weekday = 0;
  std::int8_t hour = -1, minute = -1, second = -1;  // -1: not told
  int year = 0, year_to = 0; // 0: not told; year_to: "2015-2016"
  int n = kNoNumber, n_to = kNoNumber;  // "two", "two or three"
  int halves = 0;            // half units beside n: "an hour and a half"
  int decimals = 0;          // behind the mark: "2.5 years"
  int more = 0;              // "59 minutes 13 seconds": so many of a smaller unit
  Unit more_unit = Unit::none;
  std::uint8_t days = 1;     // a night that begins on one day and ends on the next has 2; those of a feast
  Feast feast = Feast::none;   // n counts days from it
  bool backwards = false;    // n counts into the past
  bool no_such_day = false;  // a month with a day that it has not: some day of the month, as far as can be told
  bool quoted = false;       // stands in quotation marks: somebody else's now
  Index speaker = kNone;     // the expression that dates the saying, where the same sentence does: "…", she said on Monday
  bool lead = false;         // in the first sentence that tells
  bool dateline = false;     // stands where an article says its own day
  bool same_as_before = false;  // in brackets or between commas behind another one: the same day
  Joined joined = Joined::no;  // to the expression before it
  bool apart = false;        // a number of days that parts the expression before it from the one behind: five days after
  bool narrative = false;    // says when a main verb happens, so what follows may count from it
};

// "Seven in the evening" is 19.
constexpr void count_to_24(Expression& e) {
  const bool late = e.part == Part::afternoon || e.part == Part::evening || (e.part == Part::night && e.hour >= 8);
  if (late && e.hour > 0 && e.hour < 12) e.hour = static_cast<std::int8_t>(e.hour + 12);
}

// The type of the TIMEX3 that the expression becomes.
constexpr TimeType type_of(const Expression& e) {
  if (e.kind == Kind::duration) return TimeType::duration;
  if (e.kind == Kind::set) return TimeType::set;
  const bool small = e.kind == Kind::shift && e.unit >= Unit::second && e.unit <= Unit::hour;
  const bool clock = e.hour >= 0 || e.part != Part::none;
  return clock || small ? TimeType::time : TimeType::date;
}

}  // namespace greffier::times
