# Para la administración del distrito.

play-superintendent-start-do = Este mes comparta una decisión de verdad, y muestre los datos que tiene.
play-superintendent-start-send = Hola a todos. Quisiera que eligiéramos juntos una meta para nuestros alumnos. Yo traigo los datos que hay y busco un rato para un equipo pequeño. ¿Qué vemos primero?
play-superintendent-start-ask = ¿Qué le preocupa que estos datos nos ayudarían a ver?
play-superintendent-start-trap = Pedir opiniones cuando ya todo está decidido. Diga primero qué está abierto, qué no, y quién decide.

play-superintendent-build-do = Fije una junta al mes con la presidencia de la asociación, también cuando todo va bien.
play-superintendent-build-send = ¿Nos vemos media hora el mismo día de cada mes? Cada parte trae dos puntos. Y que siga aunque alguien deje su cargo.
play-superintendent-build-ask = ¿Qué le habría gustado saber antes de nuestra parte?
play-superintendent-build-trap = Verse solo cuando hay problemas. Así toda plática parece pleito, y la gente deja de venir.

play-superintendent-include-do = Pida al consejo de la PTA que proponga a dos padres o madres para un comité del distrito.
play-superintendent-include-send = Queremos a dos padres o madres en este comité, con la misma voz que los demás. Puede ser por teléfono, con intérprete y después del trabajo. ¿A quién proponen?
play-superintendent-include-ask = ¿Qué haría más fácil que una familia venga y hable?
play-superintendent-include-trap = Escoger usted a los padres. Que las familias digan quién habla por ellas.

play-superintendent-quiet-do = Pregunte al equipo de la meta qué paso pequeño puede empezar esta semana.
play-superintendent-quiet-send = Hace días que no hay noticias de la meta; suele pasar. ¿Qué paso pequeño probamos esta semana? Yo busco el tiempo.
