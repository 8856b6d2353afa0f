// Writes the days of the Chinese new year as src/stages/times/feasts.cpp holds them, from the calendar of ICU.
//   g++ -o /tmp/make_feast_days tools/make_feast_days.cpp -licui18n -licuuc && /tmp/make_feast_days
#include <unicode/calendar.h>
#include <unicode/gregocal.h>

#include <cstdio>
#include <memory>

int main() {
  constexpr char kFigures[] = "0123456789abcdefghijklmnopqrstuvwxyz";
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar day(*icu::TimeZone::getGMT(), status);
  const std::unique_ptr<icu::Calendar> chinese(
      icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale("en@calendar=chinese"), status));
  for (int year = 1900; year <= 2100; ++year)
    for (int after = 0; after < 36; ++after) {
      day.set(year, UCAL_JANUARY, 20 + after, 12, 0, 0);
      chinese->setTime(day.getTime(status), status);
      const bool first = chinese->get(UCAL_MONTH, status) == 0 && chinese->get(UCAL_DATE, status) == 1;
      if (first && chinese->get(UCAL_IS_LEAP_MONTH, status) == 0) std::putchar(kFigures[after]);
    }
  std::putchar('\n');
  return U_FAILURE(status) ? 1 : 0;
}
