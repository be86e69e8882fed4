## Lo que dicen los demás comandos de `start-somewhere`.
terminal-made = se creó { $file }
terminal-warning = atención: { $says }

# La base de datos y sus claves
terminal-database-none = no hay base de datos en { $file }: ¿es correcto DATABASE_URL? `start-somewhere load my-district` crea una con los archivos de su distrito
terminal-database-no-folder = no existe la carpeta { $path }: ¿es correcto DATABASE_URL?
terminal-database-exposed = otros usuarios de esta computadora pueden llegar a la base de datos: { $mend }
terminal-database-shared = otros usuarios de esta computadora pueden escribir en { $path }: cree una carpeta solo para la base de datos (mkdir -m 700 CARPETA), pase a ella la base de datos con lo que está a su lado, si ya existe, y póngala en DATABASE_URL
terminal-database-unusable = este usuario no puede leer ni escribir { $path }: tiene que ser suyo (chmod 600, una carpeta 700), en un disco en el que se pueda escribir
terminal-database-damaged = el archivo de la base de datos está dañado o no es una base de datos: restaure una copia
terminal-database-away = la base de datos que nombra DATABASE_URL no deja entrar: vea si la dirección es correcta y si el servidor funciona
terminal-database-older = la base de datos es de una versión anterior: `start-somewhere migrate` la pone como esta la necesita
terminal-database-newer = la base de datos es de una versión más nueva: inicie esa versión o restaure una copia de la base de datos anterior a ella
terminal-several-processes = varios procesos necesitan PostgreSQL: SQLite es para uno, el comando run
terminal-another-process = otro proceso ya trabaja con esta base de datos
terminal-keys-needed = PostgreSQL necesita CONNECTION_KEYS, y está vacío: `start-somewhere new-key` muestra una clave. Póngala para todos los procesos y guárdela aparte de la base de datos y de sus copias
terminal-no-key = { $where }: una clave es lo que muestra new-key
terminal-key-missing = la base de datos está sellada con una clave que no está aquí: ponga otra vez esa clave en CONNECTION_KEYS
terminal-key-file-missing = la base de datos está sellada con una clave que no está aquí: ponga otra vez esa clave en CONNECTION_KEYS o restaure el archivo { $file }
terminal-secrets-lost =
    { $count ->
        [one] ninguna de las claves abre 1 de los secretos; se quedó como estaba
       *[other] ninguna de las claves abre { $count } de los secretos; se quedaron como estaban
    }

# `code`
terminal-no-district = ningún distrito tiene la clave '{ $key }'; `load` la lee de sus archivos
terminal-no-caretakers = los archivos de '{ $key }' no nombran a nadie que cuide el bot (caretakers): nadie podría usar un código

# `calendar`
terminal-which-file = calendar: ¿qué archivo?
terminal-which-district = ¿qué distrito? Ponga en --district su clave (key) de district.yaml
terminal-calendar-shut = { $file }: { $why }
terminal-calendar-unreadable = { $file }: { $why }
terminal-calendar-none = no se ha usado ningún calendario, o falta en --district la clave (key) de district.yaml
terminal-calendar-not-yet = No se cambió nada. Con --apply se usa.

# Lo que depende de lo que una carga deja sin nadie
left-committee = ya no hay ningún cargo en { $name }: { $open }
left-role = ya nadie ejerce el cargo '{ $key }': { $open }
left-questions =
    { $count ->
        [one] 1 pregunta abierta
       *[other] { $count } preguntas abiertas
    }
left-faq =
    { $count ->
        [one] 1 entrada de las preguntas frecuentes
       *[other] { $count } entradas de las preguntas frecuentes
    }
left-polls =
    { $count ->
        [one] 1 encuesta abierta
       *[other] { $count } encuestas abiertas
    }
left-messages =
    { $count ->
        [one] 1 aviso pendiente
       *[other] { $count } avisos pendientes
    }
left-meetings =
    { $count ->
        [one] 1 serie de juntas pendiente
       *[other] { $count } series de juntas pendientes
    }
left-listening =
    { $count ->
        [one] 1 consulta abierta
       *[other] { $count } consultas abiertas
    }
left-goals =
    { $count ->
        [one] 1 meta compartida
       *[other] { $count } metas compartidas
    }
left-commitments =
    { $count ->
        [one] 1 compromiso con una meta
       *[other] { $count } compromisos con metas
    }
left-rounds =
    { $count ->
        [one] 1 parte de un grupo en una ronda
       *[other] { $count } partes de grupos en una ronda
    }

# Configuración, después del nombre de un ajuste
setting-wrong = { $name }: { $why }
setting-database-url = es como sqlite:///ARCHIVO o postgresql://USUARIO:CONTRASEÑA@SERVIDOR/NOMBRE
setting-one-of = es { $known }
setting-unfit = no sirve así; `.env.example` dice qué va ahí
setting-number = es un número entero, como 8000
setting-yes-or-no = es true o false

# `--help`
does-this = Start Somewhere, para la gente que lleva junta las escuelas públicas
does-run = el bot, conectado a cada plataforma que tiene un token
does-web = uno de varios procesos con PostgreSQL: lo que Slack llama por HTTP
does-worker = uno de varios procesos con PostgreSQL: todo lo demás
does-migrate = pone la base de datos como esta versión la necesita
does-load = lee los archivos de un distrito y los pasa a la base de datos
does-code = muestra un código que une un espacio de trabajo a un distrito
does-code-district = su clave (key) en district.yaml
does-calendar = lee días sin clases de un archivo iCal o CSV y los muestra
does-calendar-file = de 10 MB como máximo; ninguno con --undo
does-calendar-district = su clave (key) en district.yaml, si hay varios
does-calendar-apply = los usa; sin esto no se cambia nada
does-calendar-undo = deshace el último calendario que se usó
does-check = dice qué está en orden y qué falta, y no cambia nada
does-new-key = muestra una clave para CONNECTION_KEYS
does-reseal = cierra con la primera de las claves todo lo sellado en la base de datos
does-demo = el bot con un Slack y un Discord imaginarios, en el navegador
does-demo-port = de la página; si está ocupado, cualquiera que esté libre
