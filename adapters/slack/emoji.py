"""Slack names emoji; here are those that people use most as reactions. Any other is shown by its name."""

from __future__ import annotations

import re

_TONE = re.compile(r"::skin-tone-[2-6]$")
# fmt: off
_PICTURES = dict(pair.split() for pair in """
    +1 👍, thumbsup 👍, -1 👎, thumbsdown 👎, heart ❤, blue_heart 💙, green_heart 💚, yellow_heart 💛,
    purple_heart 💜, orange_heart 🧡, broken_heart 💔, two_hearts 💕, hearts ♥, tada 🎉, confetti_ball 🎊,
    balloon 🎈, clap 👏, pray 🙏, raised_hands 🙌, wave 👋, muscle 💪, ok_hand 👌, point_up ☝, point_down 👇,
    point_left 👈, point_right 👉, hand ✋, raised_hand ✋, v ✌, crossed_fingers 🤞, handshake 🤝,
    hugging_face 🤗, writing_hand ✍, eyes 👀, smile 😄, smiley 😃, grinning 😀, grin 😁,
    slightly_smiling_face 🙂, blush 😊, relaxed ☺, joy 😂, rolling_on_the_floor_laughing 🤣, laughing 😆,
    satisfied 😆, sweat_smile 😅, wink 😉, heart_eyes 😍, star-struck 🤩, sunglasses 😎, thinking_face 🤔,
    neutral_face 😐, face_with_rolling_eyes 🙄, confused 😕, worried 😟, slightly_frowning_face 🙁,
    disappointed 😞, cry 😢, sob 😭, scream 😱, flushed 😳, open_mouth 😮, astonished 😲, exploding_head 🤯,
    angry 😠, rage 😡, sleeping 😴, partying_face 🥳, pleading_face 🥺, smiling_face_with_3_hearts 🥰,
    saluting_face 🫡, melting_face 🫠, facepalm 🤦, shrug 🤷, white_check_mark ✅, heavy_check_mark ✔,
    ballot_box_with_check ☑, x ❌, question ❓, exclamation ❗,
    heavy_exclamation_mark ❗, warning ⚠, bulb 💡, fire 🔥, rocket 🚀, star ⭐, star2 🌟, sparkles ✨, 100 💯,
    trophy 🏆, medal 🏅, sunny ☀, rainbow 🌈, sunflower 🌻, bouquet 💐, four_leaf_clover 🍀, apple 🍎,
    coffee ☕, cake 🍰, birthday 🎂, pizza 🍕, books 📚, book 📖, pencil2 ✏, memo 📝, school 🏫,
    mortar_board 🎓, calendar 📆, date 📅, alarm_clock ⏰, hourglass ⌛, bell 🔔, speech_balloon 💬, mega 📣,
    loudspeaker 📢, pushpin 📌, link 🔗, gift 🎁, soccer ⚽, basketball 🏀, bus 🚌, house 🏠, soon 🔜,
    arrow_up ⬆, arrow_down ⬇, one 1⃣, two 2⃣, three 3⃣
""".strip().split(","))
# fmt: on


def picture(name: str) -> str:
    """Without the tone of a skin."""
    plain = _TONE.sub("", name)
    return _PICTURES.get(plain, f":{plain}:")
