# Para madres y padres.

play-parent-start-do = Diga en dos líneas qué le hace difícil la escuela a su hijo o a su hija. Sin nombres.
play-parent-start-send = Tengo hijos en esta escuela y quiero ayudar. ¿Qué están probando ahora para nuestros hijos, y en qué puede ayudar una familia?
play-parent-start-ask = ¿Qué está probando ahora la escuela, y cómo ayudamos en casa?
play-parent-start-trap = Creer que hay que saber cómo funciona la escuela. Usted conoce a sus hijos, y eso es lo que falta.

play-parent-build-do = Averigüe quién es su enlace de la PTA, y dígale una cosa que debe seguir en la lista.
play-parent-build-send = Hola. ¿Qué salió de la última junta? Quiero seguir un tema, y puedo preguntar a otras familias.
play-parent-build-ask = ¿Quién les avisa a las familias qué se decidió, y cuándo?
play-parent-build-trap = Esperar a que le pregunten. Una pregunta corta cada mes ayuda a que todo avance.

play-parent-include-do = Vaya a una junta con alguien que conozca.
play-parent-include-send = Quisiera ir a la próxima junta a escuchar. ¿Puede ser por teléfono, y hay intérprete?
play-parent-include-ask = ¿Qué puede decidir aquí una familia, y qué no?
play-parent-include-trap = Callar porque otros saben más. Una pregunta sencilla suele ayudar a todos.

play-parent-quiet-do = Pregunte a su enlace de la PTA cómo va la meta.
play-parent-quiet-send = Hola. ¿Cómo va nuestra meta? Si algo no avanza, tal vez las familias podamos ayudar.
