poll-start = Hacer una encuesta
poll-no-places = Aquí no hay ningún canal donde su grupo pueda publicar. Pida a la persona que me cuida que agregue uno.

poll-form-title = Encuesta nueva
poll-form-submit = Revisar
poll-form-question = ¿Qué quiere preguntar?
poll-form-options = Respuestas, una por línea
poll-form-options-hint = Entre { $least } y { $most } respuestas.
poll-form-answers = ¿Cuántas puede elegir cada persona?
poll-form-one = Una respuesta
poll-form-several = Varias respuestas
poll-form-closes = ¿Cuándo se cierra?
poll-form-places = ¿Dónde se publica?

poll-wrong-question-empty = Por favor, escriba lo que quiere preguntar.
poll-wrong-question-long = La pregunta tiene { $count } caracteres; caben { $most }. Por favor, acórtela.
poll-wrong-options-count =
    { $count ->
        [0] Por favor, escriba de { $least } a { $most } respuestas, una por línea.
        [one] Hay una sola respuesta; por favor, escriba de { $least } a { $most }, una por línea.
       *[other] Hay { $count } respuestas; por favor, escriba de { $least } a { $most }, una por línea.
    }
poll-wrong-option-long = La respuesta que empieza con «{ $begin }» tiene { $count } caracteres; caben { $most }.
poll-wrong-options-doubled = La respuesta «{ $option }» está dos veces.
poll-wrong-choice = Por favor, elija una o varias.
poll-wrong-closes = Por favor, elija de la lista cuándo se cierra; esa hora ya pasó o está muy lejos.
poll-wrong-places = Por favor, elija dónde se publica, entre los canales de su grupo.

poll-preview-title = Todavía no se publica nada
poll-preview-places = Se publicará en { $places }.
poll-preview-terms = Pregunta { $seat }. { $several }, hasta { $when } Todos ahí ven la cuenta conforme llega; no se muestran nombres.
poll-post = Publicar
poll-cancelled = No se publicó nada y el borrador ya no está.
poll-already-posted = Esa encuesta ya está publicada. Escriba /somewhere para encontrarla.
poll-posted = Publicada. Se cierra { $when } Puede deshacerlo durante dos minutos, y cerrarla antes cuando guste.
poll-undo = Deshacer: retirarla
poll-undone = Retirada. Las tarjetas desaparecen y se borran las respuestas que habían llegado.
poll-undo-late = Ya pasaron los dos minutos, así que no se puede retirar. Si quiere, puede cerrarla antes: escriba /somewhere.
poll-again-tried = Lo estoy intentando de nuevo. Si no funciona, /somewhere se lo dirá.

poll-card-one = Pregunta { $seat }. Elija una; puede cambiarla hasta { $when }
poll-card-several = Pregunta { $seat }. Elija las que guste; puede cambiarlas hasta { $when }
poll-card-closed = Se cerró { $when } Preguntó { $seat }. Gracias a quienes contestaron.
poll-card-withdrawn = Esta encuesta se retiró.
poll-card-voters =
    { $count ->
        [0] Nadie ha contestado todavía.
        [one] Ha contestado una persona.
       *[other] Han contestado { $count } personas.
    }
poll-votes =
    { $count ->
        [one] 1 voto
       *[other] { $count } votos
    }
poll-who-sees = ¿Quién ve qué?
poll-who-sees-what = En estos canales todos ven cuántas personas eligieron cada respuesta, conforme llegan. A nadie se le muestran nombres. Guardo quién eligió qué para que usted pueda cambiarlo; quien opera mi servidor podría consultarlo.

poll-answer-one = Recibí su respuesta: { $answer }. Para cambiarla, oprima otra; puede hacerlo hasta { $when }
poll-answer-several = Recibí sus respuestas: { $answer }. Puede agregar otras o retirar alguna hasta { $when }
poll-answer-none = Ahora no tiene ninguna respuesta puesta. Puede contestar hasta { $when }
poll-take-back = Retirar «{ $option }»
poll-is-closed = Esta encuesta se cerró { $when }; las respuestas ya no cambian. El resultado está en su tarjeta.

poll-close = Cerrar la encuesta
poll-close-sure =
    { $count ->
        [0] Nadie ha contestado todavía. ¿La cierro de todos modos? No se puede abrir otra vez.
        [one] Ha contestado una persona. ¿La cierro ya? No se puede abrir otra vez.
       *[other] Han contestado { $count } personas. ¿La cierro ya? No se puede abrir otra vez.
    }
poll-close-yes = Sí, cerrarla
poll-close-no = Dejarla abierta

poll-home-waiting = Espera su respuesta hasta { $when }: { $question }
poll-home-answer = Contestar
poll-home-mine = Su encuesta, abierta hasta { $when }: { $question }
poll-home-failed = No pude publicarla o actualizarla en { $place }. Invíteme a ese canal y luego oprima «Publicarla otra vez».
poll-home-held = No puedo saber si se publicó en { $place }. Por favor, mire ahí; si falta, oprima «Publicarla otra vez».
poll-home-again = Publicarla otra vez

command-somewhere-does = Vea lo que le espera y lo que puede iniciar
command-somewhere-hint = déjelo vacío, o escriba: poll
command-poll-does = Haga una pregunta rápida a todos
command-poll-hint = vacío para un formulario, o: ¿Pregunta? | Respuesta A | Respuesta B
