# A school's calendar that comes as a file.
# Words in a title that mean a day without school, and those that mean the contrary. Commas between them.
calendar-file-off = no school, no classes, holiday, break, recess, vacation, schools closed, school closed, closed, student-free, non-student, teacher workday, teacher work day, staff development, professional development, inservice, in-service, thanksgiving, labor day, memorial day, veterans day, christmas, new year's day, martin luther king, presidents' day, presidents day, juneteenth, independence day, indigenous peoples
calendar-file-not-off = resume, return, back to school, last day before, early release, early dismissal, breakfast, concert, camp, deadline
calendar-file-who = The school's calendar is changed by the people who look after me: { $names }. Please ask one of them.
calendar-file-title = School calendar: { $name }
calendar-file-reading = I'm reading it. This message will say what it changes.
calendar-file-nothing-yet = Nothing is changed yet.
calendar-file-new =
    { $count ->
        [one] One day without school is new:
       *[other] { $count } days without school are new:
    }
calendar-file-gone =
    { $count ->
        [one] One day isn't free any more. An earlier calendar had it:
       *[other] { $count } days aren't free any more. An earlier calendar had them:
    }
calendar-file-run = { $begin } to { $end } ({ $count } school days)
calendar-file-moves =
    { $count ->
        [one] One meeting changes:
       *[other] { $count } meetings change:
    }
calendar-file-moved = • { $whom }: { $when } moves to { $to }
calendar-file-left-out = • { $whom }: { $when } is left out
calendar-file-back = • { $whom }: { $to } takes place again
calendar-file-no-meeting = No meeting moves.
calendar-file-same = I know all of its days without school already.
calendar-file-none-off = No entry looks like a day without school. You can tell me which ones are.
calendar-file-unread =
    { $count ->
        [one] One entry couldn't be read and was left out. It is at line { $line }.
       *[other] { $count } entries couldn't be read and were left out. The first is at line { $line }.
    }
calendar-file-apply = Take it over
calendar-file-choose = Which entries count?
calendar-file-choose-label = Which of these are days without school?
calendar-file-choose-submit = Look it over
calendar-file-choose-more = The first { $count } of more.
calendar-file-untitled = (without a title)
calendar-file-chosen = Noted. My message about the file now says what that changes.
calendar-file-drop = Leave everything as it is
calendar-file-applied = Done. These are days without school now. Meetings move, and those who meet are told once.
calendar-file-undone = Undone. The days are as they were, and meetings move back.
calendar-file-dropped = Everything is as it was.
calendar-file-changed = The days without school have changed meanwhile. My message about the file shows how it is now.
calendar-file-not-last = Another calendar was taken over after this one. Undo that one first.
calendar-file-large = That file is too large for me: I read up to 10 MB. Most calendars can be exported for one school year.
calendar-file-full = There is more in that file than I can look through. Please export one school year, or only the days without school.
calendar-file-elsewhere = I can't reach that file. Please upload the file itself, not a link to it.
calendar-file-none = That doesn't look like a calendar. I read iCal files (.ics) and tables with a column of days (.csv).
calendar-file-broken = Not one entry of it could be read. The file may be damaged; please export it once more.
calendar-file-empty = It has no whole-day entries from today on.
calendar-file-not-had = I couldn't get or read the file.
calendar-file-again = Nothing was changed. You can send it again, or another one.
