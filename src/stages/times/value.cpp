#include "stages/times/value.h"

#include <algorithm>
#include <charconv>

namespace greffier::times {
namespace {

char letter(Unit unit) {
  switch (unit) {
    case Unit::second: return 'S';
    case Unit::minute: case Unit::month: case Unit::quarter: case Unit::half: return 'M';
    case Unit::hour: return 'H';
    case Unit::week: return 'W';
    case Unit::day: return 'D';
    default: return 'Y';
  }
}

// Units without a letter of their own are so many of one that has.
int multiple(Unit unit) {
  switch (unit) {
    case Unit::quarter: return 3;
    case Unit::half: return 6;
    case Unit::decade: return 10;
    case Unit::century: return 100;
    case Unit::millennium: return 1000;
    default: return 1;
  }
}

bool small_unit(Unit unit) { return unit == Unit::second || unit == Unit::minute || unit == Unit::hour; }

Value text_of(int number) {
  Value out;
  out.append_number(number, 1);
  return out;
}

// "84 or 86" is 8X; numbers of different lengths or first figures have nothing in common but X.
Value text_of_range(int from, int to) {
  const Value a = text_of(from), b = text_of(to);
  const std::string_view x = a.view(), y = b.view();
  const std::size_t same =
      x.size() == y.size() ? static_cast<std::size_t>(std::mismatch(x.begin(), x.end(), y.begin()).first - x.begin()) : 0;
  Value out(x.substr(0, same));
  for (std::size_t i = same; i < (same == 0 ? 1 : x.size()); ++i) out.append("X");
  return out;
}

struct Half {  // half of a unit, in the next smaller one
  Unit unit, smaller;
  int count;
};
constexpr Half kHalves[] = {{Unit::minute, Unit::second, 30}, {Unit::hour, Unit::minute, 30}, {Unit::day, Unit::hour, 12},
                            {Unit::month, Unit::day, 15},     {Unit::year, Unit::month, 6}};

void append_halves(Value& out, Unit unit, int halves) {
  for (const Half& half : kHalves)
    if (half.unit == unit && halves > 0) {
      if (unit == Unit::day) out.append("T");
      out.append_number(half.count * halves, 1);
      const char c = letter(half.smaller);
      out.append({&c, 1});
    }
}

bool figure(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void Value::append(std::string_view text) {
  for (char c : text)
    if (size_ < text_.size()) text_[size_++] = c;
}

void Value::append_number(int number, int width) {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  for (auto missing = width - static_cast<int>(end - digits.data()); missing > 0; --missing) append("0");
  append({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

Value value_of_day(Day day) {
  if (day == kNoDay) return Value("XXXX-XX-XX");
  const auto date = civil(day);
  Value out;
  out.append_number(static_cast<int>(date.year()), 4);
  out.append("-");
  out.append_number(static_cast<int>(static_cast<unsigned>(date.month())), 2);
  out.append("-");
  out.append_number(static_cast<int>(static_cast<unsigned>(date.day())), 2);
  return out;
}

Value value_of_unit(Unit unit, Day day) {
  const bool known = day != kNoDay;
  const Value whole = value_of_day(day);
  const std::string_view date = whole.view();
  Value out;
  switch (unit) {
    case Unit::week: case Unit::weekend: {
      if (known) out.append_number(iso_week(day).year, 4); else out.append("XXXX");
      out.append("-W");
      if (known) out.append_number(static_cast<int>(iso_week(day).week), 2); else out.append("XX");
      if (unit == Unit::weekend) out.append("-WE");
      return out;
    }
    case Unit::month: return Value(date.substr(0, 7));
    case Unit::quarter: case Unit::half: {
      const int size = unit == Unit::quarter ? 3 : 6;
      out.append(date.substr(0, 4));
      out.append(unit == Unit::quarter ? "-Q" : "-H");
      if (known)
        out.append_number((static_cast<int>(static_cast<unsigned>(civil(day).month())) - 1) / size + 1, 1);
      else
        out.append("X");
      return out;
    }
    case Unit::year: return Value(date.substr(0, 4));
    case Unit::decade: return Value(date.substr(0, 3));
    case Unit::century: return Value(date.substr(0, 2));
    case Unit::millennium: return Value(date.substr(0, 1));
    default: return whole;
  }
}

std::string_view letters(Part part) {
  switch (part) {
    case Part::morning: return "TMO";
    case Part::midday: return "TMI";
    case Part::afternoon: return "TAF";
    case Part::evening: return "TEV";
    case Part::night: return "TNI";
    case Part::none: break;
  }
  return {};
}

Value value_of_duration(const Expression& e) {
  Value out(small_unit(e.unit) ? "PT" : "P");
  const int size = multiple(e.unit);
  const auto times_size = [&](int n) { return n > 1'000'000'000 / size || n < 0 ? n : n * size; };
  if (e.n == kOpenNumber) out.append("X");
  else if (e.n_to != kNoNumber && e.n_to != e.n) out.append(text_of_range(times_size(e.n), times_size(e.n_to)).view());
  else out.append_number(times_size(e.n), 1);
  if (e.decimals > 0) out.append("."), out.append_number(e.decimals, 1);
  const char c = letter(e.unit);
  if (e.unit == Unit::weekend) out.append("WE"); else out.append({&c, 1});
  append_halves(out, e.unit, e.halves);
  if (e.more > 0) {
    if (small_unit(e.more_unit) && !small_unit(e.unit)) out.append("T");
    out.append_number(e.more, 1);
    const char smaller = letter(e.more_unit);
    out.append({&smaller, 1});
  }
  return out;
}

Value value_of_set(const Expression& e) {
  if (e.weekday == 0 && e.season == 0 && e.part == Part::none) return value_of_duration(e);
  Value out(e.season != 0 ? "XXXX" : e.weekday != 0 ? "XXXX-WXX-" : "XXXX-XX-XX");
  if (e.season != 0) out.append(kSeasons[e.season - 1]);
  else if (e.weekday != 0) out.append_number(e.weekday, 1);
  out.append(letters(e.part));
  return out;
}

Value common(const Value& a, const Value& b) {
  const std::string_view x = a.view(), y = b.view();
  if (x == y) return a;
  std::size_t at =
      x.size() == y.size() ? static_cast<std::size_t>(std::mismatch(x.begin(), x.end(), y.begin()).first - x.begin()) : 0;
  while (at > 0 && figure(x[at - 1])) --at;  // the whole field is open
  Value out(x.substr(0, at));
  bool clock = false;  // the hour, or the part of the day, does not hang on the day
  for (; at < x.size(); ++at) {
    clock = clock || x[at] == 'T';
    out.append(figure(x[at]) && !clock ? "X" : x.substr(at, 1));
  }
  return out;
}

}  // namespace greffier::times
