nudge-notices = Metas suyas sin noticias
nudge-home = Sin noticias
nudge-quiet = Llevamos dos semanas o más sin noticias de «{ $what }». Suele pasar. Un paso pequeño: { $step } Ya hice el borrador; usted lo envía.
nudge-step = Pida diez minutos, y elijan algo pequeño para probar una semana.
nudge-step-send = ¿Podemos dedicar diez minutos a nuestra meta esta semana? Quisiera elegir algo pequeño para probar una semana.
nudge-foot = No le digo a nadie quién está en silencio, y nada de esto es para evaluar.
nudge-draft = Ver el borrador
nudge-on-it = Estamos en ello
nudge-stuck = No avanzamos
nudge-pause = Pausa de dos semanas
nudge-less = Con menos frecuencia
nudge-less-asks = ¿Cada cuánto puedo preguntar por esta mientras no haya noticias?
nudge-monthly = Una vez al mes
nudge-stop = Por esta no
nudge-noted = Qué bueno saberlo. Solo vuelvo a preguntar si pasan dos semanas sin noticias.
nudge-paused = En pausa hasta el { $when }. Hasta entonces no pregunto.
nudge-go-on = Seguimos
nudge-is-monthly = Listo. Mientras no haya noticias pregunto una vez al mes.
nudge-stopped = Listo. Ya no pregunto por esta. Se queda donde está.
nudge-again = Preguntar otra vez
nudge-over = Esto ya terminó; no se cambió nada.
nudge-end = Todavía no hay noticias de «{ $what }». Seguir, hacer una pausa o cerrar: todo está bien. ¿Qué ayudaría más?
nudge-rest = Dejarla descansar
nudge-draft-says = Envíelo como pregunta a un comité, o cópielo para una persona. Puede cambiar cada palabra.
nudge-ask = Preguntar a un comité
nudge-stuck-says = Decir que algo no avanza ya es un paso. Pida ayuda a un comité, o copie esto para quien sepa.
nudge-stuck-send = No avanzamos con nuestra meta: «{ $what }». ¿Qué probarían ustedes ahora, o quién podría ayudarnos?
nudge-chair =
    { $count ->
        [one] Hay un paso sin noticias.
       *[other] Hay { $count } pasos sin noticias.
    } { $step }
nudge-chair-foot = De quién son, no se lo digo a nadie.
