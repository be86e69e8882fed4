poll-form-consent = Consenso: de acuerdo, puedo aceptarlo, inquietud o bloqueo
poll-wrong-options-ready = Para el consenso las respuestas ya están hechas; deje esto vacío o elija otra forma de contestar.
poll-card-consent = Pregunta { $seat }. Diga si está de acuerdo; una inquietud o un bloqueo va con su razón. Puede cambiar su respuesta hasta { $when }
poll-ready-agree = De acuerdo
poll-ready-live-with = Puedo aceptarlo
poll-ready-concern = Tengo una inquietud
poll-ready-block = Lo bloqueo
poll-consent-adopted = Aprobado por consenso: nadie tiene inquietudes y nadie lo bloquea.
poll-consent-concerns =
    { $count ->
        [one] Todavía no se aprueba: una persona tiene una inquietud que falta atender. Nadie lo bloquea.
       *[other] Todavía no se aprueba: { $count } personas tienen inquietudes que falta atender. Nadie lo bloquea.
    }
poll-consent-blocked =
    { $count ->
        [one] Bloqueado por una persona.
       *[other] Bloqueado por { $count } personas.
    }
poll-consent-nobody = Nadie contestó, así que no se aprueba nada.
poll-reasons = Las razones, sin orden y sin nombres:
poll-reason = { $option }: { $text }
poll-read-all = Leerlas todas
poll-words-title = Su razón
poll-words-submit = Enviar
poll-words-reason = ¿Cuál es su razón?
poll-words-hint = Su respuesta cuenta cuando envíe esto. Se muestra al cerrar, sin su nombre.
poll-words-hint-anonymous = Sale al cerrar si contestan { $least } o más, sin nombres. Su modo de escribir podría delatarle.
poll-words-empty = Por favor, escriba su razón; su respuesta cuenta cuando la envíe.
poll-words-long = Su razón tiene { $count } caracteres; caben { $most }.
poll-words-more =
    { $count ->
        [one] Hay una más que no cabe aquí.
       *[other] Hay { $count } más que no caben aquí.
    }
poll-words-page = De la { $first } a la { $last }, de { $count }
poll-words-none = Nadie escribió nada.
poll-words-next = Las siguientes
poll-words-back = Las anteriores
poll-who-sees-words = Lo que usted escriba lo ven todos en estos canales una vez cerrada, sin orden y sin nombres; su modo de escribir podría delatarle.
poll-who-sees-words-anonymous = Lo que usted escriba queda sellado con su respuesta. Si contestan { $least } o más, al cerrar lo ven todos en estos canales, sin orden, y ahí se queda; no puedo saber de quién era, pero su modo de escribir podría delatarle. Si contestan menos, se borra.

poll-form-open = Con sus propias palabras
poll-wrong-options-open = Para contestar con palabras propias no hace falta una lista; deje esto vacío o elija otra forma de contestar.
poll-ready-written = Contestó con sus palabras
poll-card-open = Pregunta { $seat }. Conteste con sus propias palabras; puede cambiarlo hasta { $when }
poll-card-open-late = Una vez cerrada, quien preguntó revisa las respuestas; las que apruebe aparecen aquí, sin orden y sin nombres.
poll-card-open-anonymous = Anónima: una vez cerrada no se guarda ningún nombre con las respuestas, pero su modo de escribir podría delatarle. Si contestan { $least } o más, quien preguntó las revisa entonces; las que apruebe aparecen aquí, sin orden.
poll-open-answer = Contestar
poll-open-title = Su respuesta
poll-open-label = Su respuesta
poll-open-hint = Quien preguntó la lee al cerrar, sin su nombre, y puede mostrarla a todos aquí.
poll-open-empty = Por favor, escriba su respuesta; todavía no se envió nada.
poll-open-in = Recibí su respuesta. Para cambiarla, oprima otra vez «Contestar»; puede hacerlo hasta { $when }
poll-open-waits = Quien preguntó está revisando las respuestas; las que apruebe aparecerán aquí.
poll-open-none-shown = Quien preguntó ya revisó las respuestas y aquí no muestra ninguna.
poll-open-answers = Las respuestas, sin orden y sin nombres:
poll-open-look = Revisar las respuestas
poll-open-home = Hay respuestas que esperan su revisión: { $question }
poll-open-home-published = Ya publicó respuestas: { $question }
poll-open-hide = Ocultar la { $number }
poll-open-show = Mostrar la { $number }
poll-open-hidden = Oculta
poll-open-publish = Publicar las no ocultas
poll-open-unpublished =
    { $count ->
        [one] Hasta ahora solo usted ve esto. Se mostraría una respuesta; oculte lo que no deba salir y luego publique.
       *[other] Hasta ahora solo usted ve esto. Se mostrarían { $count } respuestas; oculte lo que no deba salir y luego publique.
    }
poll-open-published =
    { $count ->
        [0] Publicado: en la tarjeta no se muestra ninguna respuesta.
        [one] Publicado: todos pueden leer una respuesta. Lo que oculte desaparece de la tarjeta.
       *[other] Publicado: todos pueden leer { $count } respuestas. Lo que oculte desaparece de la tarjeta.
    }
poll-who-sees-open = Al cerrar, quien preguntó ve lo que usted escribió, sin su nombre. En estos canales todos ven lo que apruebe, sin orden; su modo de escribir podría delatarle.
poll-who-sees-open-first = Quien preguntó ve lo escrito antes que los demás y puede dejar algo fuera.
