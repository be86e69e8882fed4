# Para la dirección de una escuela.

play-principal-start-do = Esta semana dedique 20 minutos a su representante y a su enlace de la PTA y, más que nada, escuche.
play-principal-start-send = ¿Nos vemos los tres 20 minutos esta semana? Quiero oír qué les dificulta las cosas a los alumnos. Luego elegimos algo para probar.
play-principal-start-ask = ¿Qué podríamos cambiar aquí en tres semanas?
play-principal-start-trap = Llegar con la respuesta. Si usted pone la meta, todos asienten y nada se mueve.

play-principal-build-do = Fije un día al mes para el equipo de su escuela, y diga qué se decide allí entre todos.
play-principal-build-send = Desde ahora el equipo de la escuela se reúne el mismo día de cada mes. Allí decidimos varias cosas juntos. Algunas me tocan a mí; diré cuáles y por qué.
play-principal-build-ask = ¿Qué decido a solas que deberíamos decidir entre todos?
play-principal-build-trap = Dejar que el equipo hable y luego decidir sin él. Diga al empezar si es para opinar o para decidir.

play-principal-include-do = Ofrezca a las familias dos lugares en el equipo de su escuela, con la misma voz que los demás.
play-principal-include-send = Queridas familias: hay dos lugares para ustedes en el equipo de la escuela. Es una hora al mes. Puede ser por teléfono, y hay intérprete. ¿Quieren probar?
play-principal-include-ask = ¿Qué ven ustedes en casa que aquí no vemos?
play-principal-include-trap = Invitar solo a quienes ya conoce. Pregunte a su enlace de la PTA quién nunca viene.

play-principal-quiet-do = Busque diez minutos para el equipo de la meta, y pregunte qué le ayudaría.
play-principal-quiet-send = Hace días que no hay noticias de la meta, y no pasa nada. ¿Les ayudarían diez minutos esta semana? Yo busco el tiempo.
