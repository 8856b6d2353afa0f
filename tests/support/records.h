// Records made by hand, for tests of what comes after reading.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "greffier/record.h"

namespace greffier {

// A record of one statement: SPEAKER + " " + VERB + " que " + CONTENT + ".", published on `day`.
Record said_record(std::string id, std::string speaker, std::string verb, std::string content, std::string day,
                   std::string act = "assert");

// The same record with an event of TYPE between two countries whose trigger is the verb.
Record with_event(Record record, std::string type, std::string actor_country, std::string target_country);

Article article_of(const Record& record);

}  // namespace greffier
