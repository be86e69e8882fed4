# Una prueba pequeña de cambio, sus pasos y lo que resulta.
day-example = 10/30, o el próximo viernes
day-hint = Si ese día no hay clases, vale el siguiente día de clases.
day-not-ahead = Por favor, dé un día a partir de mañana y dentro de un año, como «30 de octubre» o «el próximo viernes».
day-too-far = Faltan más de { $most } días de clases. Una prueba pequeña enseña más si es corta; elija un día más cercano.

cycle-plan = Planear tres semanas
cycle-next = Planear la siguiente
cycle-other = Probar otra cosa
cycle-see = Ver la prueba
cycle-form-title = Una prueba pequeña
cycle-form-submit = Planear
cycle-form-try = ¿Qué probamos?
cycle-hint-try = Los martes, lectura tranquila en la biblioteca. Sin nombres de estudiantes, por favor.
cycle-form-who = ¿Quién podría hacerlo? Puede decir que no.
cycle-form-until = ¿Hasta cuándo?
cycle-form-expect = ¿Qué espera usted?
cycle-hint-expect = Basta una idea: «12 de 20 niños participan». Puede quedar vacío.
cycle-planned = Planeada hasta el { $until }. La ve toda persona que lee la meta. Usted aceptó el primer paso.
cycle-planned-asked = Planeada hasta el { $until }. La ve toda persona que lee la meta. Le pregunto a { $name }; puede decir que no.
cycle-there = Ya hay una en marcha, hasta el { $until }. Dos a la vez enseñan menos que una.
cycle-take-back = Retirarla
cycle-taken-back = Está retirada. Nadie tiene que hacer nada.
cycle-rests = Ya hay algo que depende de ella, así que se queda. Puede terminarla con «¿Qué pasó?».
cycle-goal-over = Esta meta ya no está en marcha; no se cambió nada.
cycle-is-over = Esta ya terminó; no se cambió nada.
cycle-may-team = Eso solo lo hace el equipo de la meta: { $names }.

cycle-title = Lo que probamos ahora
cycle-title-over = Lo que probamos
cycle-until = Hasta el { $until }.
cycle-expected = Esperamos: { $text }
cycle-count =
    { $count ->
        [one] { $done } de 1 paso hecho.
       *[other] { $done } de { $count } pasos hechos.
    }
cycle-all-stuck = Todos los pasos necesitan ayuda. Suele pasar: hablen diez minutos, pregunten a otro cargo o terminen esta prueba antes con «¿Qué pasó?».
cycle-quiet =
    { $count ->
        [one] De un paso no hay noticias.
       *[other] De { $count } pasos no hay noticias.
    }
cycle-now = Probamos esto hasta el { $until }:
cycle-last = Probamos esto hasta el { $until }:
cycle-home = Pruebas que terminaron

cycle-asks = Terminó la prueba para «{ $goal }». ¿Qué pasó? Basta una línea.
cycle-end = ¿Qué pasó?
cycle-end-submit = Guardar
cycle-form-learned = ¿Qué pasó y qué aprendimos?
cycle-hint-learned = Una línea. Que no funcionó vale lo mismo.
cycle-hint-expected = Usted esperaba: { $text }
cycle-form-next = ¿Y ahora?
cycle-keep = Seguir así
cycle-change = Cambiarla y probar otra vez
cycle-drop = Dejarla
cycle-was-kept = Seguimos así. Lo que aprendimos:
cycle-was-changed = La cambiamos y probamos otra vez. Lo que aprendimos:
cycle-was-dropped = La dejamos. Lo que aprendimos:
cycle-ended = Guardado. Gracias: así aprendemos.
cycle-ended-open =
    { $count ->
        [one] Quedaba un paso abierto; termina con la prueba.
       *[other] Quedaban { $count } pasos abiertos; terminan con la prueba.
    }
cycle-ended-already = Alguien ya dijo qué pasó.
cycle-undo = Deshacer

step-seat = { $name } ({ $seat })
step-add = Agregar un paso
step-form-title = Un paso
step-form-what = ¿Qué hay que hacer?
step-hint-what = Algo que pueda hacer una persona. Sin nombres de estudiantes, por favor.
step-form-submit = Preguntar
step-too-many = Ya hay { $most } pasos. Una prueba pequeña tiene pocos; deje los demás para la siguiente.
step-line = • { $what }: { $seat } ({ $state })
step-line-vacant = • { $what }: { $seat } (nadie tiene este cargo ahora)
step-see = Su paso: { $begin }
step-pass = Preguntar a otro cargo: { $begin }
step-pass-title = ¿Quién podría hacerlo?
step-withdraw = Ya no preguntar: { $begin }
step-withdrawn = Se retiró. Nadie tiene que hacer nada.
step-never = El equipo ve quién hace qué y cómo va. Nunca sirve para evaluar a nadie.

step-asks = ¿Podría hacer esto en este cargo: { $seat }? Sería a más tardar el { $until }, para «{ $goal }».
step-asked-again = Este cargo cambió de manos. Lo acordado antes no le obliga a usted; por eso pregunto de nuevo.
step-asks-foot = Puede decir que no. Su respuesta la ve el equipo y nadie más. Nunca sirve para evaluar a nadie.
step-yours = Usted hace esto, a más tardar el { $until }, en este cargo: { $seat }. ¿Cómo va?
step-foot = El equipo solo ve «hecho», «en camino» o «necesita ayuda». Nunca sirve para evaluar a nadie.
step-need-help = Necesitaría ayuda
step-stuck = No avanzo
step-more = Más
step-state = Su paso ahora: { $state }.
step-not-done = Todavía no está hecho
step-after-all = Sí lo voy a hacer
step-accepted = Gracias. El equipo ve que usted se encarga. Más o menos una vez por semana le pregunto cómo va.
step-declined = Está bien. El equipo ve que el paso está libre.
step-on-the-way = Qué bueno. El equipo ve «en camino».
step-done = Gracias. El equipo ve que está hecho.
step-handed-back = Está bien. El equipo ve que el paso está libre.

step-line-add = Agregar una línea para su grupo
step-line-change = Cambiar su línea
step-line-title = Cómo va
step-form-line = En sus palabras
step-hint-line = Solo lo lee { $whom }.
step-form-sure = ¿Qué tan probable ve que funcione?
step-sure-choice = { $sure ->
    [1] 1: casi nada
    [5] 5: muy probable
   *[other] { $sure }
}
step-sure-none = Prefiero no decirlo
step-line-submit = Guardar
step-line-kept = Guardado. Solo puede leerlo { $whom }; los demás ven cómo va el paso.
step-line-yours = Su línea, para su propio grupo:
step-line-own = Solo para su grupo, sobre «{ $what }»:
step-sure = Qué tan probable: { $sure } de { $most }

step-is-stuck = Suele pasar. ¿A quién podría preguntarle? Yo escribo un borrador; usted lo envía.
step-ask = Preguntar a alguien
step-ask-them = Preguntar a { $name }
step-ask-other = Preguntar a otra persona
step-whom-title = ¿A quién pregunta?
step-form-whom = ¿Quién podría ayudar?
step-hint-whom = Escriba un nombre o un cargo.
step-draft = Trabajo en algo para una meta compartida de nuestra escuela y no avanzo. ¿Me puede ayudar o decirme quién puede?
step-draft-quoting = Para nuestra meta compartida trabajo en esto: «{ $step }». No avanzo. ¿Me puede ayudar o decirme quién puede?
path-try = Todos están de acuerdo con «{ $goal }». Elija algo pequeño para probar tres semanas.
path-tried = Ya probaron algo para «{ $goal }». Cuente qué resultó.
path-tell = Contarlo
