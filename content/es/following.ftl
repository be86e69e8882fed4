following-offered = Otras personas preguntaron casi lo mismo y esperan la respuesta. ¿Quiere que se le avise junto con ellas?
following-follow = Yo también quiero saber
following-done = Le avisaré cuando haya una respuesta. No se envió nada y nadie ve su nombre; solo se le cuenta.
following-done-home = Todavía no puedo escribirle, así que la respuesta la encuentra en /somewhere; si quiere que le avise, oprima ahí «Escríbame aquí». No se envió nada y nadie ve su nombre; solo se le cuenta.
following-changed = Una pregunta que cambió después
following-undo = Ya no me avise
following-undone = No recibirá avisos de esa pregunta.
following-nobody-left = Ya nadie podía contestar una pregunta que usted también se hacía. Volvió a quien preguntó.
following-given-back = Una pregunta que usted también quería saber no era para este canal. Se le devolvió a quien preguntó.
following-news = Noticias de una pregunta que usted también quiere saber:
following-count =
    { $count ->
        [one] Otra persona también quiere saberlo.
       *[other] Otras { $count } personas también quieren saberlo.
    }
following-answer-hint = Llega a quien preguntó y a otras personas que también quieren saberlo, con su nombre.
following-committee-foot = A quien preguntó, y a quienes también quieren saberlo, solo les llega lo que ustedes escriban con «Contestar», o en este hilo después de «Respuesta:».
following-home =
    { $count ->
        [one] Usted también quiere saber la respuesta a una pregunta de otra persona.
       *[other] Usted también quiere saber la respuesta a { $count } preguntas de otras personas.
    }
following-home-label = Preguntas que le interesan
following-home-answered = Hay una respuesta.
following-home-waits = Espera una respuesta.
following-findable = Otras personas de { $group }, y quienes de todos modos pueden leerla allí, pueden ver sus palabras, sin su nombre, cuando pregunten casi lo mismo, y recibir el aviso junto con usted. También se vería el nombre de un estudiante.
following-hidden = Quienes pregunten casi lo mismo no ven sus palabras.
following-hide = Que otros no la vean
following-find = Que otros puedan verla

merging-merge = Es la misma que otra
merging-form = Unir dos preguntas
merging-submit = Unir
merging-with = ¿Qué otra pregunta dice lo mismo?
merging-hint = Las dos personas reciben la respuesta de esa. Ninguna ve las palabras de la otra.
merging-none = Aquí no espera ninguna otra pregunta.
merging-gone = Esa pregunta ya no espera aquí, así que no se cambió nada.
merging-done = Unidas. Quien preguntó recibe la respuesta de la otra.
merging-undo = Separarlas
merging-undone = Espera otra vez por separado.
merging-into = Se unió con esta y se contesta junto con ella:
merging-into-another = Se unió con otra pregunta y se contesta con ella.
merging-asker = Otra persona preguntó lo mismo, así que la respuesta de esa pregunta le llega también a usted. La tiene { $who } y debería contestarse a más tardar { $when }
merging-count =
    { $count ->
        [one] Otra persona también la hizo.
       *[other] Otras { $count } personas también la hicieron.
    }

question-news = Preguntas que sigue; la semana

digest-nothing = No hay nada que pueda contar aquí.
digest-committee = Las preguntas de la semana: { $committee }
digest-rep = Las preguntas de la semana que usted lee primero ({ $seat }):
digest-topic = { $topic }: { $new } nuevas, { $answered } contestadas, { $waiting } en espera
digest-days =
    { $days ->
        [0] La mitad de las respuestas llegó el mismo día de clases.
        [one] La mitad de las respuestas llegó en un día de clases.
       *[other] La mitad de las respuestas llegó en { $days } días de clases o menos.
    }
digest-days-only = Cuánto tardaron las respuestas se les dice solo a quienes están en este comité.
digest-took = Cuánto tardaron (para el comité)
digest-see = Ver lo que espera
