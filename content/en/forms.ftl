# Days and times as people type them, and choosing from long lists.
moment-example = Fri 3pm, or 10/14 3:15 pm
moment-time = Time of day
moment-unclear = I can't tell which day and time that is. Please write it like “Fri 3pm” or “10/14 3:15 pm”, from today on.
moment-two-ways = That could be two different days. Please write the month as a word, like “October 3”.
pick-hint = Begin to type a name.
pick-none = No name in the list fits that. Please write the beginning of a name.
pick-several = That fits { $count } names, among them: { $names }. Please write the whole name.

# Where more waits than a message holds.
more-than-fits = There is more than fits here. The rest comes up as you finish some of this: type /somewhere to look again.
