# Para quienes ayudan desde la comunidad o la universidad.

play-community-liaison-start-do = Ofrezca algo que ustedes hacen bien, para una meta y por un mes.
play-community-liaison-start-send = Hola. Queremos ayudar con una meta para los alumnos. Podemos ofrecer un salón, dos personas o un curso sobre cómo hacer pruebas pequeñas. ¿Qué les sirve más?
play-community-liaison-start-ask = ¿Qué han probado hasta ahora, y qué aprendieron?
play-community-liaison-start-trap = Llegar con un programa completo. Pregunte qué hace falta y empiece con algo pequeño.

play-community-liaison-build-do = Pida a la asociación y a la PTA que cada una nombre a alguien con quien hablar.
play-community-liaison-build-send = ¿Qué tal si cada parte nombra a una persona y hablamos 20 minutos al mes? Así sabemos a tiempo qué viene y cómo ayudar.
play-community-liaison-build-ask = ¿Qué otra escuela trabaja en lo mismo, para comparar cómo les va?
play-community-liaison-build-trap = Conocer a una sola persona del distrito. Cuando se va, se acaba todo. Conozca a dos.

play-community-liaison-include-do = Invite al equipo de una escuela a un lugar donde las familias ya se sienten en casa.
play-community-liaison-include-send = Les abrimos la puerta para su próxima junta. Las familias conocen el camino y los niños pueden jugar al lado. ¿Qué tarde les conviene?
play-community-liaison-include-ask = ¿Qué familias confían en nosotros, y a quién podemos acercar a la escuela?
play-community-liaison-include-trap = Hablar por las familias. Deles espacio y deje que hablen ellas.

play-community-liaison-quiet-do = Pregunte al equipo de la meta para qué le serviría una hora del tiempo de ustedes.
play-community-liaison-quiet-send = Hace días que no sabemos de la meta; suele pasar. Tenemos una hora esta semana. ¿Qué podemos hacer por ustedes?
