language-name = Español
# Whose way of writing dates and lists is used.
formats = es_US
# En lo que se llena después: “de” y “el enlace de la PTA”.
contractions = de el = del; De el = Del; a el = al; A el = Al
# It ends with the period of “p.m.”: no other may follow it.
moment = el { $weekday } { $day }, { $time }
moment-elsewhere = { $moment } ({ $own } donde está usted)

edit = Editar
cancel = Cancelar
fix-it = Corregir
preview-changed = Algo cambió desde que lo vio. Por favor, véalo otra vez antes de continuar.
nothing-lost = Casi está. Guardé lo que escribió.
quoted-others-read = Ahora lo leerían otras personas que no pueden leer el original; por favor, dígalo con sus propias palabras y sin nombres.
draft-alike = Otro borrador suyo decía casi lo mismo. También lo borré, para que no diga quién escribió esto. Decía:
gone = Eso ya no está aquí. Escriba /somewhere para ver lo que hay.
for-others-by-now = Lo que estaba aquí es ahora para otras personas; por eso ya no se actualiza aquí. Escriba /somewhere para ver lo que es para usted.
busy = Ahora estoy ocupado y no cambié nada. Por favor, inténtelo otra vez.
went-wrong = Algo falló de mi parte. No cambió nada. Por favor, inténtelo de nuevo en un minuto.
stranger = Todavía no le conozco. Pida a la persona que me cuida en su distrito que le agregue a la lista.
stranger-ask = Todavía no le conozco. { $names } puede agregarle a la lista. Si ya le conozco en otra aplicación, escriba /link allí.
not-connected = Este lugar todavía no está conectado a un distrito. Una persona encargada del distrito escribe /somewhere connect y el código que recibió.
connect-done = Listo. Desde ahora este lugar es de { $district }. Escriba /somewhere para empezar.
connect-wrong = Ese código no sirve: tiene un error, ya se usó o tiene más de una semana. La persona que me administra puede crear otro.
connect-not-you = Ese código es para una persona encargada de su distrito, y la lista no la nombra a usted. No cambió nada; el código sigue sirviendo.

may-needs-a-seat = Esto le toca a quien tiene un cargo, como representante de la asociación de educadores o dirección. Por ahora usted no tiene ninguno.
may-needs-a-seat-ask = Esto le toca a quien tiene un cargo, como representante de la asociación de educadores. Puede pedírselo a { $name }: { $seat }.
may-only-its-seat = Eso solo lo puede hacer { $seat }: { $name }.
may-only-its-group = Eso solo lo puede hacer alguien de { $group }.
may-only-its-committee = Ahora la tiene { $committee }. Eso solo lo pueden hacer sus integrantes.
may-not-your-place = Esto se preguntó en un canal de otro grupo o de otra escuela; por eso no puedo tomar su respuesta ni mostrárselo.
nobody-yet = el cargo está libre

home-title = Hola, { $name }
home-nothing = No tiene nada pendiente. Que tenga buen día.
home-nothing-here = Aquí ya no hay nada pendiente.
home-news = Novedades para usted
home-more = { $what }: { $count } más
home-all = { $what }: { $count }
home-rest = Todo lo demás: { $count }
home-back = Volver
home-previous = Anteriores
home-next = Siguientes
home-foot = Solo usted ve esto. También puede escribir /somewhere pregunta o /somewhere metas, por ejemplo. Leo lo que usted me envía y los botones que oprime. También leo los canales unidos y lo que se contesta debajo de una pregunta a un comité, de su agenda o de un aviso que dice quién recibe las respuestas.

install-done = Start Somewhere ya está en su espacio. Ahora, una persona encargada del distrito escribe allí /somewhere connect y el código que recibió.
install-failed = No funcionó: tardó demasiado, se canceló o empezó en otro navegador. No se instaló nada. Abra otra vez el enlace de instalación.
