# Días y horas como se escriben, y elegir de listas largas.
moment-example = vie 3 p. m., o 14 de octubre 3:15 p. m.
moment-time = Hora
moment-unclear = No entiendo qué día y a qué hora. Por favor, escríbalo así: «vie 3 p. m.» o «14 de octubre 3:15 p. m.», de hoy en adelante.
moment-two-ways = Podrían ser dos días distintos. Por favor, escriba el mes con letras; por ejemplo, «3 de octubre».
pick-hint = Empiece a escribir un nombre.
pick-none = Ningún nombre de la lista coincide. Por favor, escriba el principio de un nombre.
pick-several = Coincide con { $count } nombres; entre ellos: { $names }. Por favor, escriba el nombre completo.

# Donde hay más de lo que cabe en un mensaje.
more-than-fits = Hay más de lo que cabe aquí. Lo demás aparece conforme termine con esto: escriba /somewhere para volver a ver.
