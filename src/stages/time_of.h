// When a deed happened: the time expression that governs it, and the days that follow from it.
#pragma once

#include "greffier/document.h"
#include "greffier/pattern.h"

namespace greffier {

struct Workspace;

// The time expression (index into Document::times) that governs a verb or noun by the tree: one that hangs on it, or on a
// word above it in the same clause; kNone where none does. The content of reported speech does not take the time of the
// saying. Needs find_times to have run on this document and workspace.
Index governing_time(const Document& document, const Workspace& workspace, Index token);

// The day last told of as part of the story in the sentences before that of `token`, in the same paragraph: what happens
// without a time of its own goes on there. kNone where there is none. `left_out`: of the times, those that do not count.
Index narrated_time(const Document& document, const Workspace& workspace, Index token, const std::vector<bool>& left_out);

// The days of a time and of those that go on from it: "from 9 to 15 August", "on 3 March and on 4 May".
DaySpan whole_span(const Document& document, const Workspace& workspace, Index time);

// The days of a deed that a time tells, by its preposition; what has happened has happened by the day of publication.
DaySpan days_by(const Document& document, const Workspace& workspace, Index time, EventStatus status);

struct Dating {
  Index time = kNone;  // Document::times
  DaySpan days;        // either end may be open
  DatedBy dated_by = DatedBy::publication;
};

// The days of a deed that the word `token` names. The gold dates as follows, and so does this:
//   a time governs it        its days; "since" reaches to the day of publication, "until" and "before" have no beginning;
//                            dated_by text
//   happened, ongoing,       any day up to that of publication: earliest open, latest the article's day;
//   denied; no time          dated_by publication
//   future, possible;        both ends open
//   no time
Dating date_deed(const Document& document, const Workspace& workspace, Index token, EventStatus status);

}  // namespace greffier
