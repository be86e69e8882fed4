# Para el enlace de la mesa directiva escolar.

play-board-liaison-start-do = Diga en público que quiere a maestras y familias en la mesa cuando se decide.
play-board-liaison-start-send = La mesa directiva quiere que las escuelas busquen una meta junto con maestras y familias. Por favor, díganos cuánto tiempo y qué cursos hacen falta.
play-board-liaison-start-ask = ¿Qué necesitan de nosotros para hacerlo bien?
play-board-liaison-start-trap = Querer dirigir el trabajo. La mesa directiva da el tono; el trabajo lo hace la gente de las escuelas.

play-board-liaison-build-do = Pregunte cuánto tiempo y qué cursos pide este trabajo, y llévelo al presupuesto.
play-board-liaison-build-send = Por favor, digan a la mesa directiva qué tiempo y qué cursos hacen falta el año que viene. También podemos ponerlos en contacto con un distrito que ya lo probó.
play-board-liaison-build-ask = ¿Qué parte de este trabajo se hace todavía en las tardes libres?
play-board-liaison-build-trap = Pagar el primer año y no el tercero. Más vale poco y seguido.

play-board-liaison-include-do = Fije una tarde en que la mesa directiva solo escuche, en un lugar que ya usan las familias.
play-board-liaison-include-send = La mesa directiva quiere escuchar una hora a familias y vecinos. Después diremos por escrito qué oímos. ¿Qué lugar y qué hora les conviene?
play-board-liaison-include-ask = ¿A quién no hemos oído este año?
play-board-liaison-include-trap = Tratar asuntos de la mesa directiva en un chat. Aquí escuche, y conteste en una junta abierta.

play-board-liaison-quiet-do = Pregunte a la superintendencia qué le falta a la meta y en qué puede ayudar la mesa directiva.
play-board-liaison-quiet-send = Hace días que no sabemos de la meta; suele pasar. ¿Hace falta tiempo, dinero o algún curso?
