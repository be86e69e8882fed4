# Personas elegidas que se reúnen.
meeting-body-picked = Personas que yo elijo
meeting-body-unnamed = Nuestras juntas
meeting-body-few-dates = Después de estas fechas se acaba.
meeting-body-people = Quién preside y cuántos se necesitan
meeting-body-people-title = Presidencia y quórum
meeting-body-small = Son menos de cinco: nadie preside y no hay minuta. Quien participa puede cambiar una fecha.
meeting-ask-in = Invitar a alguien
meeting-ask-submit = Poner en la lista
meeting-ask-label = ¿A quién se invita?
meeting-body-role = Serán juntas de este cargo suyo: { $seat }. Quien lo asuma después participará en su lugar.
meeting-other-role = Invitar con otro cargo
meeting-ask-not = Quitar a la última persona
meeting-ask-nobody-yet = Todavía no se invita a nadie.
meeting-ask-somebody = Primero ponga a alguien en la lista: oprima «Invitar a alguien».
meeting-ask-enough = Ya no queda a quién invitar, o la lista está llena.
meeting-ask-more = { $count } más
meeting-ask-whom = Se invitará a: { $names }.
meeting-ask-next = Cada quien dice sí o no con un toque. A quien dice que no, no se le pregunta por qué.
meeting-invites = { $name } le pregunta si quiere reunirse con regularidad: { $title }, { $line }
meeting-invites-next = Puede decir que no, y puede salirse cuando quiera.
meeting-join = Sí, participo
meeting-join-not = Esta no
meeting-join-after-all = Sí quiero participar
meeting-joined = Usted participa en { $name }: { $line }
meeting-not-joined = Está bien. Solo se entera quien le invitó.
meeting-not-there = No participan en { $name }: { $seats }.
meeting-leave = Salirme de estas juntas
meeting-left = Usted se salió y ya no recibirá avisos de ellas.
meeting-left-last = Usted era la última persona; por eso estas juntas terminaron.
meeting-home-invited = Le invitan a reunirse
meeting-wrong-never = Esa regla no cae nunca en un año.
meeting-quorum = ¿Cuántos deben venir para decidir?
meeting-quorum-none = Las que vengan
meeting-quorum-one = Alguien de cada grupo
meeting-quorum-half = La mitad de cada grupo
meeting-quorum-number = Por lo menos { $count } personas
meeting-quorum-is = Para decidir hace falta: { $quorum }.

# A quién le toca y quién viene.
meeting-leads = Dirige: { $name }.
meeting-leads-who = ¿Quién dirige esta vez?
meeting-leads-other = Que dirija otra persona
meeting-takes-notes = Toma notas: { $name }.
meeting-takes-notes-who = ¿Quién toma notas esta vez?
meeting-takes-notes-other = Que tome notas otra persona
meeting-turn-cannot = No puedo hacer mi parte
meeting-turn-handed-on = Está bien: le tocó a la siguiente persona, y a usted le tocará pronto. Ahora:
meeting-turn-not-yours = A usted no le toca nada en esta junta.
meeting-turn-nobody = No queda nadie más que lo haga. Pueden dejar esta fecha o cambiarla.
meeting-swap = Otra persona esta vez
meeting-coming = Sí voy
meeting-not-coming = No puedo ir
meeting-send-deputy = Va mi suplente
meeting-said-coming = Muy bien, contamos con usted { $when }
meeting-said-not = Anotado: usted no va { $when } Puede cambiarlo hasta que empiece.
meeting-said-deputy = Anotado. Su suplente, que recibirá un aviso, va { $when }
meeting-no-deputy = Usted todavía no tiene suplente. Puede agregarlo la persona que me cuida.
meeting-reply-late = Esa junta ya empezó, o no se hará.
meeting-count = { $group }: { $count }
meeting-counts = Hasta ahora vienen: { $sides }.
meeting-short = No hay suficientes personas para decidir. Pueden platicar; las decisiones quedan para el { $when }.
meeting-short-last = No hay suficientes personas para decidir. Pueden platicar; las decisiones quedan para cuando se vuelvan a reunir.
meeting-short-news = { $whom }, { $when }: { $line }
meeting-short-decided = No hubo suficientes personas para decidir. Anote de qué se habló o páselo a la próxima junta.
meeting-was-short = Según lo que se avisó, no hubo suficientes personas para decidir.
meeting-enough = Sí hubo suficientes
meeting-enough-came = Anotado: hubo suficientes personas para decidir.
meeting-stands-in = { $names } le pide que vaya en su lugar: { $name }, { $line }
meeting-stands-in-one-of-several = Le piden que vaya en lugar de alguien: { $name }, { $line }
meeting-reminder-early = Dentro de una semana: { $whom }, { $line }
meeting-soon = En un cuarto de hora: { $whom }, { $line }
meeting-nudge = Avíseme justo antes
meeting-nudge-on = Le escribiré un cuarto de hora antes y cuando cambie una fecha. Oprima otra vez para dejarlo.
meeting-nudge-nowhere = Quisiera, pero todavía no puedo escribirle: escriba /somewhere y oprima «Escríbame aquí».
meeting-nudge-off = Ya no le escribiré antes de estas juntas.
meeting-topic-minutes =
    { $minutes ->
        [one] { $text } [1 minuto]
       *[other] { $text } [{ $minutes } minutos]
    }
meeting-minutes-together = { $minutes } minutos en total.
meeting-consent = Se aprueba en conjunto, si nadie quiere hablar de alguno:

# Temas.
meeting-add-minutes = ¿Cuánto tiempo necesita?
meeting-add-minutes-none = No sé
meeting-add-hint-public = Es una junta abierta: todo el distrito puede leer su agenda. Sin nombres de estudiantes, por favor.
meeting-consent-put = Aprobarlo junto con otros
meeting-consent-take-off = Sí hablar de este tema
meeting-consent-on = Quedó con los que se aprueban juntos. Cualquiera puede pedir que se hable de él.
meeting-consent-off = Se hablará de este tema.
meeting-consent-all =
    { $count ->
        [one] Aprobar el que no se discute
       *[other] Aprobar los { $count } juntos
    }
meeting-drop-it = Descartarlo
meeting-open-title = Agendas de juntas abiertas
meeting-open-line = { $name }, { $when }
meeting-open-see = Leer la agenda
meeting-open-none = Ahora no hay ninguna agenda de una junta abierta.
bring-to-meeting = Llevarlo a una junta
brought-on = Es el tema «{ $topic }» de una junta pública. La junta es { $when }
brought-waits = Es el tema «{ $topic }» para una junta pública. Todavía no tiene fecha.
shortcut-bring-does = Llevar esto a una junta
bring-where = ¿A qué junta?
bring-reads = Lo leen quienes se reúnen, con su nombre.
bring-reads-body = Lo leen sus integrantes y sus canales, con su nombre.
bring-reads-public = La agenda de una junta abierta la lee todo el distrito, con su nombre.
bring-hint = Sin nombres de estudiantes, por favor.
bring-hint-anew = Otras personas de ahí no pueden leer el original: dígalo con sus propias palabras y sin nombres.
meeting-add-others = Ahora lo leen otras personas que las que decía el formulario. Por favor, véalo otra vez antes de agregarlo.
bring-nothing = Ese mensaje no tiene palabras.
bring-nowhere = Usted todavía no tiene juntas. Escriba /somewhere para empezar.
meeting-reply-who = Solo sus integrantes dicen si vienen.
meeting-agenda-news = Ya salió la agenda de { $name }, { $when }
meeting-minutes-news = Ya salió la minuta de { $name }, { $when }
meeting-minutes-read = Leer la minuta
