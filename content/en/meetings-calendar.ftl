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
calendar-body = Calendar of these meetings
