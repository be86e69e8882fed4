# Meetings in one's own calendar.
calendar-title = In my calendar
calendar-none = I can make an address for you. Your calendar app subscribes to it and shows your meetings.
calendar-who = Who has this address sees when you meet, with whom and where, and no topics. Please keep it to yourself.
calendar-late = Calendars read it late, some only once a day. What is moved or left out is said here first.
calendar-make = Make an address
calendar-renew = Make a new address
calendar-stop = Stop it
calendar-has = You have an address since { $when }. I can't show it again; a new one ends it.
calendar-made = Here is your address. It is shown this once:
calendar-stopped = That address doesn't work any more.
calendar-no-address = Your district hasn't told me yet at which address on the internet I can be reached, so calendars can't subscribe. The person who looks after me can set PUBLIC_URL.
calendar-name = Meetings of { $name }
calendar-busy = Busy
calendar-with = Meeting with { $whom }
calendar-date = This date as a file
calendar-date-name = meeting
calendar-date-taken = Here is { $when }, as a file that calendars open.
calendar-body = Calendar of these meetings

# A day without school that becomes known late.
no-school-start = No school tomorrow
no-school-who = Only the people who look after me in your district can say that.
no-school-ask = No school on { $when }?
no-school-others =
    { $count ->
        [one] • one meeting of others
       *[other] • { $count } meetings of others
    }
no-school-none = No meeting is on that day.
no-school-next = Meetings move to the next school day or are left out, as each was set up; those who meet are told once. The day doesn't count when a question is due.
no-school-yes = Yes, no school
no-school-done = Noted: no school on { $when }.
no-school-undone = Taken back: there is school on { $when }.
no-school-files = That day is in the district's files. Change it there.

# A date in the calendar of a Discord server, which everybody there sees.
meeting-event-where = Discord, #{ $place }
meeting-event-about = A meeting of { $name }. Its agenda and minutes are in #{ $place }.
meeting-event-refused = Discord doesn't let me show this meeting as an event of the server (reason { $code }). Somebody who runs the server can give me the permission Create Events.
meeting-event-again = Try again
meeting-event-trying = I'm trying again. If it still isn't allowed, it says so here.
