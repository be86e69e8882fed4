command-concern-does = Decir qué les dificulta las cosas a los alumnos
command-concern-hint = lo que les dificulta las cosas
concern-start = Decir qué dificulta las cosas
concern-notices = Lo que dicen colegas y familias
concern-question = ¿Qué les dificulta las cosas a los alumnos?
concern-readers = Se lo muestro solo a: { $readers }. Sin nombres de alumnos, por favor.
concern-reader = { $seat } ({ $name })
concern-nobody-reads = Todavía no hay quien lea lo que escribe su grupo. La persona que me cuida en su distrito puede agregar ese cargo.
concern-write = Escribirlo
concern-own = Lo que ha dicho hasta ahora:

concern-form-title = Qué dificulta las cosas
concern-form-text = ¿Qué les dificulta las cosas a los alumnos?
concern-form-hint = Una o dos frases, sin nombres de alumnos. Todavía no se envía nada.
concern-form-as = ¿Con su nombre?
concern-form-unnamed = Sin mi nombre
concern-form-named = Con mi nombre
concern-form-shown = ¿Pueden ver sus palabras los otros grupos?
concern-form-keep = No, solo quienes las leen por mi grupo
concern-form-share = Sí, con estas palabras y sin mi nombre
concern-wrong-empty = Por favor, escriba una o dos frases.
concern-wrong-long = Tiene { $count } caracteres; caben { $most }. Sus palabras están guardadas: por favor, acórtelas.
concern-wrong-readers = Por ahora solo lo leería usted: nadie más tiene ese cargo en su grupo. { $names } puede agregar a alguien.

concern-is-unnamed = Va sin su nombre. Leen de qué escuela o departamento viene y que lo escribió alguien de su grupo.
concern-is-named = Va con su nombre, { $name }.
concern-few =
    { $count ->
        [one] De su grupo, usted es la única persona de { $building } en mi lista; cualquiera sabría que es usted.
       *[other] En mi lista solo hay { $count } personas de su grupo en { $building }; se podría adivinar quién lo escribió.
    }
concern-way-back = Para contarle qué resulta, guardo el camino de vuelta hasta usted, sellado y aparte de sus palabras: hasta { $days } días después de que se le avise, y nunca más de { $most } días. Luego se destruye. Hasta entonces, la persona que opera mi servidor podría abrirlo.
concern-is-shared = Si se hace una meta con esto, quienes deban opinar sobre ella ven sus palabras, sin su nombre. Cuando se acuerde, también las ven sus grupos: quienes están en su escuela y quienes trabajan para todo el distrito, como la superintendencia.
concern-is-kept = Sus palabras se quedan con quienes las leen por su grupo. Si se hace una meta, se escribe con otras palabras.
concern-platform =
    { $platform ->
        [discord] Este servidor tiene dueño, y es posible que pueda leer o entregar lo que se escribe aquí. En una escuela pequeña el tema por sí solo puede revelar quién escribió.
       *[slack] Este es el Slack del distrito, y es posible que el distrito pueda leerlo o entregarlo. En una escuela pequeña el tema por sí solo puede revelar quién escribió.
    }
concern-send = Enviar
concern-sent = Enviado. Gracias. Cuando resulte algo, se lo cuento aquí.
concern-sent-already = Eso ya se envió. Escriba /concern para ver lo que ha dicho.
concern-draft-gone = Ese borrador ya no está: se envió, se canceló o decía casi lo mismo que algo que usted envió sin su nombre. Escriba /concern para ver lo que ha dicho.
concern-too-many = Tiene { $most } sin nombre en la lista. Por favor, retire una, espere a saber de alguna o escriba con su nombre.
concern-said-already = Usted ya dijo exactamente eso y está en la lista. No se envió nada más.

concern-take-back = Retirar
concern-take-back-asks = ¿Quiere retirar esto? Aquí se borran sus palabras y ya nadie las lee.
concern-take-back-yes = Sí, retirar
concern-take-back-no = Dejarlo
concern-taken-back = Esto se retiró. Sus palabras están borradas.
concern-state-waits = Está en la lista. Todavía no se decide nada.
concern-state-goal = Se está haciendo una meta con esto.
concern-state-told = Sigue en la lista; primero va otra.
concern-state-handed-on = Se pasó a quien debe revisarlo el { $day }. Lo hizo { $seat }.

concern-call = Preguntar
concern-call-line =
    { $kind ->
        [parents] Haga una pregunta a las familias. Dos minutos.
       *[other] Haga una pregunta a sus colegas. Dos minutos.
    }
concern-call-asks =
    { $kind ->
        [parents] Pregunta a las familias de { $building }: { $seat }. Toma dos minutos.
       *[other] Pregunta a sus colegas de { $building }: { $seat }. Toma dos minutos.
    }
concern-call-there = Va a { $places }, que es solo para su propio grupo.
concern-call-others =
    { $count ->
        [one] Una persona de su grupo aquí lo lee en el único mensaje del día o en su tarjeta de inicio.
       *[other] { $count } personas de su grupo aquí lo leen en el único mensaje del día o en su tarjeta de inicio.
    }
concern-call-post = Publicar
concern-called = Publicada. Le aviso cuando alguien escriba. Si nadie lo hace, lo recuerdo una vez después de esta fecha: { $when }
concern-call-open = Usted ya preguntó. Sigue abierta hasta { $when } Escriba /somewhere para ver lo que ha llegado.
concern-call-nobody = No hay un canal solo de su grupo, y en mi lista no hay nadie más de su grupo en { $building }. La persona que me cuida puede agregar ambas cosas.
concern-call-until = Abierta hasta { $when } Después, /concern siempre está disponible. Puede omitirla.
concern-call-closed = Ya terminó, gracias. Escriba /concern cuando algo lo dificulte.
concern-call-quiet = Nadie ha escrito. Suele pasar. Puede empezar con una línea suya, plantearlo en la próxima junta o preguntar otra vez.
concern-call-again = Preguntar otra vez
concern-may-call = Solo preguntan a su propio grupo la representación de una escuela o el enlace de la PTA.
concern-may-read = Lo que escribe un grupo solo lo leen quienes lo representan.

concern-new =
    { $count ->
        [one] Una persona dijo qué dificulta las cosas. Léalo: puede empezar por ahí.
       *[other] Hay { $count } inquietudes por leer. Elija una para empezar.
    }
concern-read = Leerlas
concern-read-new =
    { $count ->
        [one] Leerlo
       *[other] Leerlas
    }
concern-list =
    { $count ->
        [one] Una inquietud
       *[other] { $count } inquietudes
    }
concern-list-foot = Las palabras quedan como se escribieron. Usted las lee por su grupo; por favor, no las pase a nadie.
concern-none = Todavía nadie ha escrito nada.
concern-unnamed = Sin nombre
concern-listed = { $who } · { $where } · { $day }.
concern-may-be-shown = Puede mostrarse con estas palabras.
concern-handed-on = La pasó { $seat }, { $day }.
concern-report = Debo reportar esto
concern-report-title = Páselo hoy a quien corresponde
concern-report-done = La marqué como entregada a quien corresponde; lo ven las otras personas que la leen y quien la escribió. No avisé a nadie más: eso le toca a usted.
concern-report-undo = Fue un error: quitar la marca
concern-report-undone = Ya no está marcada.
concern-report-not-yours = La marcó { $seat }, y solo desde ese cargo se puede quitar.
no-legal-advice = No doy consejos legales. Las normas de su distrito dicen qué se debe reportar, a quién y con qué rapidez.

concern-said-title = Usted lo dijo, y esto es lo que resulta
concern-said-goal = Su escuela empieza por esto. La meta:
concern-said-listed = Su escuela empieza por otra inquietud, y la suya sigue en la lista. La meta:
concern-said-talk = Hablan por primera vez { $when }
concern-said-word = De { $seat }:
concern-said-where = Escriba /goals para verla. Si algo más dificulta las cosas, /concern siempre está disponible.
concern-letter-foot = Usted no dio su nombre. Pasados { $days } días, por la noche, destruyo el camino de vuelta hasta usted; desde entonces ya no puedo saber quién lo escribió. Este mensaje se queda aquí, con usted.

concern-home-new = Inquietudes por leer
concern-home-ask = Preguntar a su grupo

concern-hide = Quitarla de la lista
concern-hide-label = ¿Por qué? Lo lee quien la escribió.
concern-hide-hint = Por ejemplo: es para negociar o trata de un solo empleado
concern-hide-submit = Quitarla
concern-hide-wrong = Por favor, diga por qué, en { $most } caracteres o menos: lo lee quien la escribió.
concern-hide-undo = Devolverla a la lista
concern-hidden-done = Ya no está en la lista. A quien la escribió se le dice por qué, con sus palabras y a quién acudir.
concern-shown-again = Está otra vez en la lista.
concern-is-hidden = Se quitó de la lista: { $why } Lo decidió { $seat }.
concern-not-hidden = Esto está otra vez en la lista, o usted lo retiró.
concern-hidden-next = Puede escribirlo de nuevo con /concern. Con lo que no es para este canal pueden ayudarle estas personas:
