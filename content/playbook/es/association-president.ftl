# Para la presidencia de la asociación.

play-association-president-start-do = Pregunte a sus representantes qué es lo que más oyen y quién conoce bien el tema.
play-association-president-start-send = Colegas: ¿qué es lo que más oyen sobre las dificultades de los alumnos? ¿Y quién conoce bien el tema en su escuela? Con dos líneas basta.
play-association-president-start-ask = ¿A quién acuden sus colegas cuando no saben cómo seguir?
play-association-president-start-trap = Traer aquí temas del contrato. Tienen su propio lugar. Esta mesa es para los alumnos.

play-association-president-build-do = Fije una junta al mes con la superintendencia y otra con el consejo de la PTA.
play-association-president-build-send = ¿Nos vemos media hora cada mes? Nosotros traemos lo que ven las maestras y ustedes, lo que ven las familias. Empecemos con algo que nos importe a todos.
play-association-president-build-ask = ¿Qué preguntan las familias que nadie contesta?
play-association-president-build-trap = Hacerlo todo usted: así, se acaba cuando termina su periodo. Desde el principio, invite a otra persona.

play-association-president-include-do = Pida a cada representante el nombre de un padre o una madre que pueda ayudar con la meta.
play-association-president-include-send = Colegas: ustedes conocen bien a las familias. ¿A qué padre o madre quieren ver en el equipo de su escuela? Pregúntenle primero y avísenme a más tardar el viernes.
play-association-president-include-ask = ¿Qué padre o madre hace las mejores preguntas en su escuela?
play-association-president-include-trap = Hablar por las familias. Pida que hablen ellas, y apóyelas.

play-association-president-quiet-do = Pregunte al equipo de la meta qué le ayudaría más: tiempo, otra persona o un paso más pequeño.
play-association-president-quiet-send = Hace días que no hay noticias de la meta; suele pasar. ¿Qué ayudaría más: tiempo, otra persona o un paso más pequeño? Yo lo pido.
