poll-more = Más opciones
poll-form-results = ¿Cuándo se ve la cuenta?
poll-results-live = Conforme llega
poll-results-after = A cada quien al contestar, y a todos al cerrar
poll-results-end = Solo al final
poll-form-quorum = ¿Cuántas personas hacen falta para que valga?
poll-quorum-none = Sin mínimo
poll-quorum-number = { $least } personas o más
poll-quorum-share = { $share ->
        [quarter] La cuarta parte de quienes pueden contestar
        [half] La mitad de quienes pueden contestar
        [two-thirds] Dos tercios de quienes pueden contestar
       *[other] Tres cuartas partes de quienes pueden contestar
    }
poll-quorum-groups = Alguien de cada grupo
poll-wrong-terms = Por favor, elija de la lista.
poll-wrong-groups-anonymous = Con «Alguien de cada grupo» todos sabrían si determinadas personas contestaron, así que en una encuesta anónima no se puede. Por favor, elija otra opción.
poll-wrong-few-anonymous = De una encuesta anónima no se dice nada si contestan menos de { $least } personas, así que no puede valer con menos. Por favor, elija { $least } o más, o sin mínimo.
poll-wrong-all-anonymous = Si se cerrara cuando todos hayan contestado, se sabría que cada persona lo hizo, así que en una encuesta anónima no se puede. Por favor, deje que cierre a su hora.
poll-preview-after = Quien ya contestó ve la cuenta en privado; todos ahí la ven al cerrar. No se muestran nombres.
poll-card-after = No se muestran nombres. Al contestar verá usted la cuenta hasta ahora; aquí aparece al cerrar.
poll-so-far = La cuenta hasta ahora. Solo usted ve esto.
poll-who-sees-after = A quien ya contestó se le muestra en privado cuántas personas han elegido cada respuesta; en estos canales todos lo ven una vez cerrada.
poll-card-quorum-number = Vale si contestan { $least } personas o más.
poll-card-quorum-share = { $share ->
        [quarter] Vale si contesta al menos la cuarta parte de quienes pueden.
        [half] Vale si contesta al menos la mitad de quienes pueden.
        [two-thirds] Vale si contestan al menos dos tercios de quienes pueden.
       *[other] Vale si contestan al menos tres cuartas partes de quienes pueden.
    }
poll-card-quorum-groups = Vale si contesta alguien de cada grupo al que va dirigida.
poll-not-valid-number = No es válida: contestaron menos de { $least } personas.
poll-not-valid-share = { $share ->
        [quarter] No es válida: contestó menos de la cuarta parte de quienes podían.
        [half] No es válida: contestó menos de la mitad de quienes podían.
        [two-thirds] No es válida: contestaron menos de dos tercios de quienes podían.
       *[other] No es válida: contestaron menos de tres cuartas partes de quienes podían.
    }
poll-not-valid-groups = No es válida: no contestó alguien de cada grupo al que iba dirigida.
poll-form-people = ¿Para qué personas es?
poll-form-buildings = ¿De qué escuelas u oficinas?
poll-form-list-cut = En esta lista solo caben los primeros { $count }.
poll-form-until = ¿Cuándo termina?
poll-until-time = A la hora del cierre
poll-until-all = Antes, cuando todos hayan contestado
poll-preview-audience = { $count ->
        [one] Es solo para: { $audience }. Puede contestar una persona.
       *[other] Es solo para: { $audience }. Pueden contestar { $count } personas.
    }
poll-preview-audience-most = { $count ->
        [one] Es solo para: { $audience }. Según la lista puede contestar, cuando más, una persona.
       *[other] Es solo para: { $audience }. Según la lista pueden contestar, cuando más, { $count } personas.
    }
poll-preview-board = A la mesa directiva se le escucha por medio de su enlace ({ $who }): sus demás integrantes pueden leer esto, pero no se les pregunta.
poll-card-audience = Solo para: { $audience }.
poll-card-until-all = Se cierra antes, un minuto después de que conteste la última persona que puede.
poll-wrong-others = Esas personas son solo de { $groups }. Puede preguntarles { $who }; o elija también a personas de su propio grupo, para preguntarles juntas.
poll-wrong-others-alone = Esas personas son solo de { $groups }, y a las personas de un grupo les pregunta su grupo. Por favor, elija también a personas de su propio grupo, para preguntarles juntas.
poll-wrong-nobody = Nadie podría contestar: { $audience } y los canales donde se publica no tienen a nadie en común. Por favor, elija a otras personas u otros canales.
poll-wrong-quorum = { $count ->
        [one] Solo puede contestar una persona, así que no se llega a { $least }. Por favor, elija menos o pregunte en más canales.
       *[other] Solo pueden contestar { $count } personas, así que no se llega a { $least }. Por favor, elija menos o pregunte en más canales.
    }
poll-amend = Corregir o agregar
poll-amend-hint = Corrija palabras o agregue respuestas al final. Lo que ya contestaron no se mueve.
poll-amend-submit = Cambiarla
poll-amend-done = Cambiada. No se perdió ninguna respuesta y la tarjeta dice qué cambió.
poll-amend-same = Ya estaba así, de modo que nada cambió.
poll-wrong-removed = Una respuesta solo se puede quitar mientras todos ven que nadie la ha elegido. Por favor, déjelas todas.
poll-changed-question = Cambió { $when } La pregunta era «{ $was }»; ahora es «{ $now }».
poll-changed-reworded = Cambió { $when } «{ $was }» ahora dice «{ $now }». Los votos se quedan con ella.
poll-changed-added = Se agregó { $when } «{ $now }».
poll-changed-removed = Se quitó { $when } «{ $was }», que nadie había elegido.
poll-option-gone = Esa respuesta ya no está aquí. No se contó nada; la tarjeta muestra cuáles hay ahora.
poll-plan = Elegir cuándo empieza
poll-form-starts = ¿Cuándo empieza?
poll-form-repeats = ¿Cada cuánto se pregunta?
poll-plan-now = Cuando oprima «Publicar»
poll-plan-once = Una vez
poll-plan-weekly = Cada semana a esa hora, hasta que la detenga
poll-wrong-starts = Por favor, elija de la lista cuándo empieza; esa hora ya pasó o está muy lejos.
poll-wrong-closes-before = Se cerraría antes de empezar. Por favor, elija un inicio anterior o, con «Editar», un cierre posterior.
poll-wrong-no-school = No hay clases el { $when }, y lo que se pregunta cada semana se salta esos días. Por favor, elija otro inicio o pregunte una vez.
poll-wrong-week = Lo que se pregunta cada semana tiene que cerrarse en una semana. Por favor, pregunte una vez o, con «Editar», elija un cierre anterior.
poll-preview-starts = Empieza { $when } si usted oprime «Publicar».
poll-preview-weekly = Se vuelve a preguntar cada semana a la misma hora, hasta que usted la detenga. Si ese día no hay clases, esa semana no se pregunta.
poll-planned = Lista para publicarse { $when } Mientras tanto aparece en /somewhere.
poll-stop = No publicarla
poll-stop-weekly = Dejar de preguntarla
poll-stopped = Detenida. No se publicará.
poll-home-planned = Su encuesta, por publicarse { $when }: { $question }
poll-home-weekly = Cada semana; la próxima, { $when }: { $question }
poll-handed-over = { $name } dejó planeada esta encuesta en un cargo que ahora es de usted. Se publica en { $places } ({ $when }) solo si usted la acepta.
poll-not-taken-on = { $name } dejó planeada esta encuesta en un cargo que ahora es de usted. Nadie la aceptó, así que no se publicó.
poll-take-on = Que se publique
poll-not-begun = Su encuesta no se publicó. Ahora { $places } es para otras personas que las que le mostré, o ya no está en mi lista. Puede volver a hacerla y ver quién la leería.
poll-not-begun-board = Su encuesta no se publicó. La mesa directiva decide en público; por eso no publico ninguna donde está solo ella. Puede llevar la pregunta a una junta pública o volver a hacerla en otro canal.
poll-left-out = No hay clases el día en que se iba a publicar su encuesta semanal, así que ese día no se pregunta. Se publica { $when }
poll-home-draft = Su borrador, sin publicar: { $question }
poll-home-draft-empty = Su borrador, sin publicar y todavía sin pregunta
poll-draft-go-on = Continuar
poll-draft-delete = Borrar el borrador
