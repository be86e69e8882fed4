joining-home = Unir canales
joining-not-here = Para unir dos canales, escriba «/somewhere unir» en uno de ellos. Tiene que ser un canal conjunto o de la comunidad que esté en la lista de lugares del distrito.
joining-no-partner = No conozco otro canal que sea exactamente para los mismos grupos y edificios que { $place }, así que no hay con cuál unirlo.
joining-with = ¿Con qué canal se unirá { $place }? Lo que se escriba en uno se mostrará también en el otro.
joining-preview = { $places } serían un solo canal: lo que se escriba en uno se mostrará en el otro.
joining-ask = Preguntar a todos
joining-not-now = Ahora no
joining-gone = Esos dos canales ya no se pueden unir: mientras tanto uno se unió con otro, o ahora es para otras personas.
joining-asked-now = Ya pregunté en los dos canales. Empieza cuando la última persona esté de acuerdo.
joining-on-now = Ya empezó.
joining-agreed = Se unieron { $places }: todos estuvieron de acuerdo.
joining-asked = { $name } propone unir { $places }: lo que se escriba en uno se mostrará en el otro.
joining-agree = De acuerdo
joining-decline = Mejor no
joining-end = Terminar esto
joining-end-ask = A partir de entonces ya no pasa nada. Lo que está en los dos canales se queda, hasta que lo cambie o lo borre quien lo escribió.
joining-end-sure = Sí, terminarlo
joining-part-by = { $part } ({ $name })
joining-given = De acuerdo: { $parts }.
joining-missing = Falta el acuerdo de una persona con un cargo en cada uno: { $parts }.
joining-caretaker = quien cuida de mí
joining-seat-of = { $group }
joining-not-yours = Esto solo lo pueden decidir quienes cuidan de mí ({ $names }) y quienes tienen un cargo en uno de los grupos de los canales.
joining-on = Desde aquí este canal tiene un espejo: { $places } están unidos. Lo que usted escribe en uno se lee en el otro.
joining-crosses = Pasan los mensajes, los cambios, lo que se borra, los hilos y los archivos; de las reacciones, solo cuántas hay. Donde Discord no me deja leer los mensajes, solo pasan los que me nombran.
joining-pause =
    { $seconds ->
        [0] Los mensajes pasan enseguida.
       *[other] Un mensaje pasa a los { $seconds } segundos. Hasta entonces usted todavía puede cambiarlo o borrarlo.
    }
joining-pause-of =
    { $seconds ->
        [0] Que pasen enseguida
       *[other] A los { $seconds } segundos
    }
joining-record = Es posible que el distrito tenga que hacer público lo que se escribe aquí. Por favor, no nombre a ningún estudiante.
joining-ended-side = { $name } terminó la unión de { $places }. Lo que se escribe en uno ya no se muestra en el otro.
joining-ended-declined = { $name } prefiere no unir { $places }, así que siguen aparte.
joining-ended-people = { $places } ya no están unidos: ya no son para las mismas personas. Lo que se escribe en uno ya no se muestra en el otro.
joining-stays-ended = Lo que acaba de escribir se queda en este canal: ya no está unido con el otro.
joining-stays-muted = Lo que acaba de escribir se queda en este canal: por ahora, quien modera en su propio grupo no deja pasar sus mensajes.
joining-stays-below = Lo que acaba de escribir se queda en este canal: el mensaje al que responde no está en el otro. Para que también se lea allí, escríbalo en el canal mismo, por favor.
joining-stays-aside = Este mensaje se queda en este canal.
joining-stays-nobody = Solo llevo lo que escriben las personas para quienes son los dos canales, según la lista del distrito. Quien representa a su grupo puede decirle más.
joining-why = ¿Por qué?

shown-home = Su nombre en canales unidos
shown-mine = Mi nombre en el otro canal
shown-aside = { $name }: este canal está unido con otro. Lo que usted escribe se muestra allí en cuanto elija con qué nombre.
shown-choose = Elegir
shown-picture = Con su propio nombre, allí también se puede ver su foto.
shown-ask = Este canal está unido con otro, donde su mensaje todavía no se muestra. ¿Con qué nombre lo muestro allí?
shown-as-me = { $name }
shown-as-other = Otro nombre
shown-as-unnamed = Solo «{ $name }»
shown-few =
    { $count ->
        [one] En mi lista, «{ $name }» solo puede ser usted; aun sin su nombre, cualquiera sabría que es usted.
       *[other] En mi lista, «{ $name }» solo puede ser una de { $count } personas; aun sin su nombre, se podría adivinar quién lo escribió.
    }
shown-not = Que se quede aquí lo que escribo
shown-now-named = En el otro canal su nombre es { $name }.
shown-now-unnamed = En el otro canal usted es «{ $name }».
shown-now-stays = Lo que usted escribe se queda en el canal donde lo escribe.
shown-released =
    { $count ->
        [one] Su mensaje va en camino.
       *[other] Sus { $count } mensajes van en camino.
    }
shown-too-old =
    { $count ->
        [one] Un mensaje esperó demasiado y se queda. Si todavía importa, por favor escríbalo de nuevo.
       *[other] { $count } mensajes esperaron demasiado y se quedan. Si todavía importan, por favor escríbalos de nuevo.
    }
shown-before-named = Lo que ya pasó conserva el nombre con el que pasó, o sigue sin nombre.
shown-before-unnamed = Lo que antes pasó con su nombre quizá todavía lo muestre. Si no debe verse, por favor, bórrelo.
shown-typed = Lo que usted escribió con «/somewhere decir», mientras pueda retirarlo:
shown-change = Puede cambiarlo cuando quiera: escriba /somewhere.
shown-family-of = una familia de { $building }
shown-family = una familia
shown-somebody-of = alguien de { $group }
shown-form = Su nombre allí
shown-form-name = Cómo quiere llamarse
shown-form-submit = Usar este nombre
shown-wrong-length = Por favor, escriba un nombre de { $most } caracteres como máximo.
shown-wrong-another = Otra persona de aquí se llama así. Por favor, elija otro nombre.

moderate-lately = Lo que personas de { $group } escribieron hace poco en canales unidos. Usted modera solo a su propio grupo.
moderate-nothing = Nada de lo que personas de su grupo escribieron hace poco está en un canal unido.
moderate-not-you = Moderar es cosa de quienes dirigen un grupo.
moderate-own-only = Cada grupo modera solo lo que escriben sus propios miembros, y solo lo hacen quienes lo dirigen.
moderate-hide = Ocultarlo
moderate-mute = Silenciar un día
moderate-reason = ¿Por qué?
moderate-reason-hint = Lo leen quien lo escribió, representantes de ambos lados y quien me cuida. Sin nombres.
moderate-reason-missing = Por favor, diga por qué: se le comunica a quien lo escribió.
moderate-hidden = Se quitan las copias y también lo que { $name } escribió en { $place }, si allí puedo borrarlo. Si dentro de un momento sigue allí: ya le pedí que lo borre; también pueden hacerlo quienes cuidan de ese canal.
moderate-muted = Lo que escriba { $name } no pasa hasta { $until }. Se le comunica, con su razón.
moderate-log = Lo que hicieron los moderadores
moderate-log-hide = { $when }: { $by } ocultó un mensaje de { $name }.
moderate-log-mute = { $when }: { $by } silenció un día a { $name }.
moderate-no-log = Nadie ha moderado nada en sus canales unidos.
moderated-hidden = { $name } ocultó un mensaje que usted escribió en { $places }. Si el suyo sigue allí, por favor, bórrelo. La razón:
moderated-muted = { $name } silenció sus mensajes en { $places }: hasta { $until }, lo que usted escriba se queda en el canal donde lo escribe. Si cambia un mensaje anterior, sus palabras se quitan del otro canal. La razón:

moderate-pace-of =
    { $seconds ->
        [0] todos, sin espera
        [30] un mensaje cada 30 segundos
        [120] un mensaje cada 2 minutos
       *[600] un mensaje cada 10 minutos
    }
moderate-pace-now = Con qué frecuencia pasan los mensajes de cada persona de { $group } entre { $places }: { $pace }.
moderate-pace-choose =
    { $seconds ->
        [0] Sin espera
        [30] Cada 30 segundos
        [120] Cada 2 minutos
       *[600] Cada 10 minutos
    }
moderate-paced = De cada persona de { $group } ahora pasa esto: { $pace }. Lo que llega antes espera.
moderate-log-pace = { $when }: { $by } eligió para todos los de { $group }: { $pace }.
crossing-later = Quienes moderan en su grupo dejan pasar los mensajes uno tras otro. Este se muestra en el otro canal { $when }.
joining-stays-often = Lo que acaba de escribir se queda en este canal: hay tantos mensajes suyos esperando que tardaría más de una hora.
moderated-ask-button = Preguntar por qué a { $name }
moderated-asked = Le paso su pregunta a { $name }. La respuesta le llega aquí.
moderated-asked-already = Usted ya le preguntó a { $name } sobre esto.
moderated-form-text = Sus palabras
moderated-form-hint = Solo lo leen ustedes dos. Es posible que el distrito tenga que entregarlo.
moderated-form-submit = Enviar
moderated-form-missing = Por favor, escriba algo.
moderated-asks = { $name } quiere saber por qué usted silenció sus mensajes u ocultó uno:
moderated-answer = Contestar
moderated-answer-sent = { $name } recibe su respuesta.
moderated-answers = { $name } contesta su pregunta sobre lo que usted escribió en un canal unido:

not-crossed-late = Un mensaje suyo en { $place } esperó más de una hora a que usted eligiera un nombre, así que no está en el otro canal. Si todavía importa, escríbalo de nuevo, por favor.
not-crossed-ended = Lo que escribió en { $place } no está en el otro canal: los dos ya no están unidos.
not-crossed-muted = Lo que escribió en { $place } no está en el otro canal: quien modera en su propio grupo silenció sus mensajes antes de que pasara.
not-crossed-not-meant = Lo que escribió en { $place } no está en el otro canal: cuando iba a pasar, usted ya no estaba en la lista entre las personas para quienes son los dos.
not-crossed-unsure = No puedo saber si lo que escribió en { $place } llegó al otro canal. Por favor, véalo allí o pregúntele a alguien que lo lea.
not-crossed-answer = Lo que escribió en { $place } no está en el otro canal: se borró allí el mensaje al que responde.
not-crossed-below = Lo que escribió en { $place } no está en el otro canal: el mensaje al que responde no está allí. Para que también se lea allí, escríbalo en el canal mismo, por favor.
not-crossed-left = No pude saber si lo que escribió en { $place } llegó al otro canal. Alguien que cuida de mí lo revisó y no lo publico otra vez. Por favor, véalo allí o pregúntele a alguien que lo lea.
not-crossed-change = Usted cambió lo que escribió en { $place }, pero no pude cambiar la copia en el otro canal. Todavía dice lo que usted escribió antes.
not-crossed-changed = Usted cambió lo que escribió en { $place }, y el cambio no pasa. Para que nadie siga leyendo lo que usted cambió, quité sus palabras del otro canal.
not-crossed-quoted = Lo que usted cambió o borró en { $place } se sigue citando ahí, en mi línea de abajo que cuenta las reacciones: no la pude quitar. Por favor, pídaselo a quienes cuidan ese canal.
not-crossed-deletion = Lo que borró en { $place } sigue en el otro canal: no pude quitar la copia. Por favor, pídaselo a quienes cuidan ese canal.
not-crossed-out-of-reach = Lo que cambió o borró en { $place } quizá siga como estaba en el otro canal: pasó hace tanto que ya no llego hasta allí. Por favor, pídaselo a quienes cuidan ese canal.
not-crossed-file-large = Un archivo que envió en { $place } es demasiado grande para la otra plataforma, así que no está allí. Puede compartir un enlace.
not-crossed-file = Un archivo que envió en { $place } no está en el otro canal: no pude obtenerlo o llevarlo allí. Si todavía importa, envíelo de nuevo, por favor.
not-crossed-closed = Lo que escribió en { $place } no está en el otro canal: aquel está archivado, ya no existe, o yo ya no estoy en él.
not-crossed-refused = No pude llevar al otro canal lo que escribió en { $place }. Si todavía importa, por favor escríbalo de nuevo.

held-home = No se sabe si pasó
held-message = No puedo saber si lo que { $name } escribió en { $here } llegó a { $there }. Lo intenté el { $when }. Por favor, mire ahí.
held-file = No puedo saber si un archivo que { $name } envió en { $here } llegó a { $there }. Lo intenté el { $when }. Por favor, mire ahí.
held-send = Falta: publicarlo
held-leave = Dejarlo así
held-sent = Miro una vez más y, si no está en { $place }, lo publico.
held-left = No lo publico en { $place }. Si resulta que ya estaba, los cambios y lo que se borre también llegan ahí.
held-gone = Eso ya se decidió, o lo borró quien lo escribió.
held-ended = Los dos canales ya no están unidos: ya no son para las mismas personas. No lo publico.
held-not-yours = Esto solo lo deciden quienes cuidan de mí ({ $names }).

joined-home = Este canal unido
joined-here = Este canal está unido con { $there }.
joined-crosses-both = Pasa todo lo que se escribe, en las dos direcciones.
joined-crosses-all = De { $place } pasa todo lo que se escribe.
joined-crosses-named = De { $place } solo pasan los mensajes que me nombran: { $platform } no me muestra los demás. También pasa lo que usted escribe con «/somewhere decir».
joined-say = Escribir en los dos canales
joined-say-label = ¿Qué quiere decir?
joined-say-hint = Lo publico aquí y en el otro canal, con el nombre que usted eligió.
joined-say-submit = Publicar
joined-say-wrong =
    { $count ->
        [0] Escriba lo que quiere decir, por favor.
       *[other] Su texto tiene { $count } caracteres; caben { $most }.
    }
joined-say-not-here = Para escribir en dos canales unidos a la vez, escriba «/somewhere decir» en uno de ellos que también sea para usted.
joined-say-muted = No lo publiqué: por ahora, quien modera en su propio grupo no deja pasar sus mensajes.
joined-say-anew = Todavía no publico nada: desde que abrió este formulario, el canal puede haberse unido con otro. Revíselo una vez más y luego publíquelo.
joined-say-ended = No lo publiqué: este canal ya no está unido con el otro.
joined-say-often = No lo publiqué: tantos mensajes suyos esperan para pasar que tardaría más de una hora.
joined-say-own-wish = No lo publiqué: usted eligió que lo que escribe no pase. En /somewhere puede cambiarlo.
joined-say-nobody = No lo publiqué: solo paso lo que escriben las personas para quienes son los dos canales, según la lista del distrito. Quien representa a su grupo puede decirle más.
joined-said = Lo publico en { $places }.
joined-says-soon = En un momento lo publico en { $places }.
joined-said-as = Allí usted se llama { $name }.
joined-say-back = Retirarlo
joined-say-back-of = Retirar «{ $begin }»
joined-said-back = Retirado. Donde estaba, ahora dice que se borró.
joined-said-back-late = Eso se publicó hace tanto que ya no puedo quitarlo. Por favor, pídaselo a quienes cuidan los canales.
joined-said-back-in-time = Retirado. Nadie lo vio.

unspoken-home = Nombres en un canal unido
unspoken-slack = En { $place } digo yo quién escribió cada mensaje: Slack no me deja publicar con el nombre de la gente. La persona que administra la aplicación de Slack puede cambiarlo: basta con activar en su manifiesto las líneas «Joined channels:» e instalarla de nuevo. Las fotos y las reacciones necesitan esas mismas líneas.
unspoken-discord = En { $place } digo yo quién escribió cada mensaje: Discord no me deja publicar con el nombre de la gente. La persona que administra el servidor puede cambiarlo: basta con darme en ese canal el permiso «Gestionar webhooks» (Manage Webhooks). Me doy cuenta en unos diez minutos.
