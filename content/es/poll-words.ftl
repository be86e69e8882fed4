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
