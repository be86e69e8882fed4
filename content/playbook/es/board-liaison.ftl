# Para el enlace de la mesa directiva escolar.

play-board-liaison-start-do = Diga en público que quiere que maestras y familias participen cuando se decide.
play-board-liaison-start-send = La mesa directiva quiere que las escuelas busquen una meta junto con maestras y familias. Por favor, dígannos cuánto tiempo y qué cursos harían falta.
play-board-liaison-start-ask = ¿Qué necesitan de nosotros para hacerlo bien?
play-board-liaison-start-trap = Querer dirigir el trabajo. La mesa directiva marca el tono; el trabajo lo hace la gente de las escuelas.

play-board-liaison-build-do = Pregunte cuánto tiempo y qué cursos requiere este trabajo, y llévelo a la junta del presupuesto.
play-board-liaison-build-send = Por favor, díganle a la mesa directiva cuánto tiempo y qué cursos harán falta el año que viene. También podemos ponerlos en contacto con un distrito que ya lo probó.
play-board-liaison-build-ask = ¿Qué parte de este trabajo todavía se hace fuera de horario?
play-board-liaison-build-trap = Pagar el primer año y no el tercero. Más vale poco, pero constante.

play-board-liaison-include-do = Fije una tarde en que la mesa directiva solo escuche, en un lugar al que ya van las familias.
play-board-liaison-include-send = La mesa directiva quiere escuchar una hora a familias y vecinos. Después diremos por escrito qué oímos. ¿Qué lugar y qué hora les conviene?
play-board-liaison-include-ask = ¿A quién no hemos escuchado este año?
play-board-liaison-include-trap = Tratar asuntos de la mesa directiva en un chat. Aquí escuche, y conteste en una junta pública.

play-board-liaison-quiet-do = Pregunte a la superintendencia qué le falta a la meta y en qué puede ayudar la mesa directiva.
play-board-liaison-quiet-send = Hace días que no sabemos de la meta; suele pasar. ¿Hace falta tiempo, dinero o algún curso?
