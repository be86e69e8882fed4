day-unclear = I can't tell which day that is. Please write it like “Oct 5” or “10/5”.
day-to-come = That day is still to come. Please give the day on which it was counted.
day-long-ago = That day is more than two years ago. Please check the year.

measure-see = See the numbers
measure-title = The numbers
measure-not-set = So far it's in words: “{ $measure }”. Anyone on the team can say what is counted, and where we want to be.
measure-set = Say what is counted
measure-change = Change the target
measure-add = Add a number
measure-paste = Paste a table
measure-all = All numbers
measure-take = Chart and table
measure-how = How do we read this?
measure-counts-more = We count: { $unit }. More is better.
measure-counts-less = We count: { $unit }. Fewer is better.
measure-began = Where we began: { $value }
measure-target = Where we want to be: { $value }
measure-target-until = Where we want to be: { $value }, by { $day }
measure-with-unit = { $value } { $unit }
measure-value-of = { $value } of { $of }
measure-line = { $day }: { $value }
measure-foot = It shows how things go, and is never for evaluating anyone.

measure-too-few =
    { $count ->
        [one] One number: too few points to tell. From { $least } on, a change can stand out.
       *[other] { $count } numbers: too few points to tell. From { $least } on, a change can stand out.
    }
measure-no-change = No change that stands out.
measure-shift-above = { $count } in a row above the median of { $median }, from { $begin } to { $end }: this looks real.
measure-shift-below = { $count } in a row below the median of { $median }, from { $begin } to { $end }: this looks real.
measure-since = Since then { $above } lie above it and { $below } below.
measure-shift-wanted = It's the way we want to go.
measure-shift-unwanted = It isn't the way we want to go.
measure-how-text = The line in the middle is the median: half of the numbers lie above it, half below. While nothing changes, they fall on both sides by chance. { $shift } or more in a row on one side hardly ever do, so we say “this looks real”. A number on the line neither counts nor breaks the row. Below { $least } numbers we say nothing.
measure-how-why = It tells you that something changed, not why. Talk about that together.
measure-how-source = The rule is that for a shift in a run chart: Perla, Provost and Murray, BMJ Quality & Safety 20 (2011), pages 46–51. They take six in a row; we wait for seven.

measure-target-title = What is counted
measure-submit = Save
measure-form-unit = What is counted?
measure-hint-unit = Days, students, books, percent: one can count it each week in a minute. Up to { $most } characters.
measure-form-better = What is better?
measure-more = More is better
measure-less = Fewer is better
measure-form-baseline = Where are we now?
measure-form-target = Where do we want to be?
measure-hint-number = A number, like 12 or 1.5
measure-form-until = By when?
measure-example-until = 10/14/2027, or May 28
measure-hint-until = May be left empty.
measure-wrong-unit = Please say what is counted, in up to { $most } characters.
measure-target-noted = Noted. Everybody who reads the goal sees it.
measure-odd-way =
    { $better ->
        [more] You begin at { $begin } and want to get to { $target }, yet more is better. Is it the other way round?
       *[less] You begin at { $begin } and want to get to { $target }, yet fewer is better. Is it the other way round?
    }
measure-odd-until = I can't tell which day that is. Please write it like “May 28”, from today on and within a year.

measure-number-title = A number
measure-form-value = How many?
measure-hint-value = A number of { $unit }, like 12 or 1.5
measure-form-day = Which day?
measure-example-day = Oct 5, or 10/5
measure-hint-day = Today, if you leave it empty.
measure-form-of = Of how many?
measure-hint-of = Like 60 students in all. May be left empty.
measure-noted = Noted: { $value } on { $day }.
measure-instead = It takes the place of { $before }.
measure-few = { $value }: with fewer than { $least } in all, people could tell who is meant. Leave “of how many” empty, or keep it if nobody can be recognized.
measure-few-keep = Keep it
measure-sent-already = That was saved. Type /goals to see it.
measure-odd-number = I can't read that number. Please write it like 12 or 1.5, with up to two decimals.
measure-odd-two-ways = That can be two numbers. Please write { $numbers }.
measure-odd-negative = That's below zero. What one counts begins at 0. If fewer is better, say so under “Change the target”.
measure-odd-unit = We count { $unit } here, and you wrote “{ $written }”. If it's the same, please write the number alone.
measure-odd-hundred = That's more than 100 percent. Please check it.
measure-odd-of = Please give a whole number, like 60, or leave it empty.
measure-odd-more = That's { $value } of { $of }. Are the two the wrong way round?

measure-all-title =
    { $count ->
        [0] No numbers yet
        [one] One number
       *[other] { $count } numbers
    }
measure-correct = Correct it
measure-take-away = Take it away
measure-taken-away = Taken away: { $what }.
measure-put-back = Put it back
measure-is-back = It's back: { $what }.

measure-table-title = Paste a table
measure-form-table = A day and a number on each line
measure-hint-table = Like 2026-10-05, 12 and, if you like, of how many: 2026-10-05, 12, 60
measure-table-long = That is { $count } characters; { $most } fit. Please paste it in two parts.
measure-table-empty = There is no line with a day and a number. Please paste some, like: 2026-10-05, 12
measure-table-line = Line { $line }: { $says }
measure-table-more = and { $count } more
measure-table-columns =
    { $count ->
        [one] There is one column; two or three are needed: day, number, of how many.
       *[other] There are { $count } columns; two or three are needed: day, number, of how many.
    }
measure-table-day = The day should look like 2026-10-05 or 10/5/2026.
measure-table-two-ways = That could be two different days. Please write them like 2026-10-05.
measure-table-twice = That day is on line { $line } already.
measure-table-preview =
    { $count ->
        [one] One number, of { $begin }.
       *[other] { $count } numbers, from { $begin } to { $end }:
    }
measure-table-nothing = Nothing is saved yet
measure-table-replaces =
    { $count ->
        [one] One day has another number already; this one takes its place.
       *[other] { $count } days have another number already; these take their place.
    }
measure-table-few =
    { $count ->
        [one] One is out of fewer than { $least }. People could tell who is meant; better leave “of how many” empty there.
       *[other] { $count } are out of fewer than { $least }. People could tell who is meant; better leave “of how many” empty there.
    }
measure-table-take = Take them
measure-table-taken =
    { $count ->
        [one] Noted: one number.
       *[other] Noted: { $count } numbers.
    }

measure-home = This week's number
measure-home-set = How will we know that “{ $goal }” works? Say what is counted.
measure-home-add = A minute to count for “{ $goal }”?

measure-nothing = There is no number to take along yet.
measure-files = A picture and a table follow. Only you get them: right here, or in your direct messages with me.
measure-file = goal-numbers
measure-alt = Run chart. { $title } { $key }. { $sentence } The newest first:
measure-key-points = What was counted
measure-key-median = The median: { $value }
measure-key-target = Where we want to be: { $value }
measure-key-cycles = We begin to try something
measure-csv-day = Day
measure-csv-value = Number
measure-csv-of = Of how many
