## `start-somewhere check`: qué está en orden y qué falta, para quien instala el bot.
check-here = Configuración y base de datos
check-is-fine = En orden: { $said }
check-is-note = Para saber: { $said }
check-is-todo = Por hacer: { $said }
check-more = { $count } más
check-all-fine = Todo lo que se puede revisar desde aquí está en orden.
check-left =
    { $count ->
        [one] Falta una cosa por hacer. Después, ejecute otra vez `start-somewhere check`.
       *[other] Faltan { $count } cosas por hacer. Después, ejecute otra vez `start-somewhere check`.
    }

check-settings-none = Ni Slack ni Discord tienen un token. Ponga SLACK_BOT_TOKEN o DISCORD_TOKEN en `.env`; el README dice de dónde sale cada uno.
check-settings-slack-line = SLACK_BOT_TOKEN está puesto, pero el bot no oye nada de Slack. Ponga también SLACK_APP_TOKEN, o SLACK_SIGNING_SECRET si es Slack quien llama al bot.
check-settings-slack-token = SLACK_APP_TOKEN o SLACK_SIGNING_SECRET está puesto, pero SLACK_BOT_TOKEN está vacío y Slack queda fuera. Ponga ahí el Bot User OAuth Token de la aplicación instalada.
check-settings-slack-install = Para instalar Slack desde aquí hacen falta SLACK_CLIENT_ID y SLACK_CLIENT_SECRET, y uno está vacío. Ponga los dos, o ninguno.
check-database-fine = La base de datos está como esta versión la necesita, y su clave la abre.
check-database-none = No hay base de datos en { $file }. Si la suya está en otro lugar, corrija DATABASE_URL; si todavía no tiene, `start-somewhere load my-district` crea una con los archivos de su distrito.
check-database-older = La base de datos no está como esta versión la necesita. Ejecute `start-somewhere migrate`.
check-database-newer = La base de datos es de una versión más nueva que esta. Vuelva a iniciar esa versión o restaure una copia de la base de datos anterior a ella.
check-database-exposed = Otros usuarios de esta computadora pueden llegar a la base de datos. Ejecute: { $mend }
check-database-shared = Otros usuarios de esta computadora pueden escribir en { $path }. Cree una carpeta solo para la base de datos (mkdir -m 700 CARPETA), pase a ella la base de datos con lo que está a su lado y póngala en DATABASE_URL.
check-database-unusable = El usuario que ejecuta esto no puede leer ni escribir { $path }. Tiene que ser suyo, con permisos 600 (una carpeta: 700), en un disco en el que se pueda escribir.
check-database-damaged = El archivo de la base de datos está dañado o no es una base de datos. Detenga el bot y restaure una copia.
check-database-unreachable = No se puede abrir la base de datos que nombra DATABASE_URL. Vea si la dirección es correcta y si el servidor funciona.
check-key-none = PostgreSQL necesita CONNECTION_KEYS, y está vacío. Ponga ahí lo que muestra `start-somewhere new-key`.
check-key-missing = Falta el archivo con la clave, y sin ella no se abre nada de lo sellado. Recupere { $file } de su copia, o ponga esa clave en CONNECTION_KEYS.
check-key-malformed = CONNECTION_KEYS, o el archivo de la clave junto a la base de datos, contiene algo que no es una clave. Ponga ahí las claves correctas, como las muestra `start-somewhere new-key`, separadas por comas.
check-key-wrong = La base de datos está sellada con otra clave. Ponga otra vez esa clave en CONNECTION_KEYS, o recupere su archivo de la copia.
check-district-none = No hay ningún distrito cargado. Ejecute `start-somewhere load my-district` con la carpeta de los archivos de su distrito.
check-district-fine =
    { $people ->
        [one] { $district } está cargado, con una persona.
       *[other] { $district } está cargado, con { $people } personas.
    }
check-district-untied = { $district } todavía no está unido a { $workspace }. Pida un código con `start-somewhere code { $key }`; cuando el bot funcione ahí, una de las personas a su cargo escribe /somewhere connect y el código.
check-caretakers-none = { $district } no tiene quien cuide el bot, y nadie se entera de lo que necesita atención. Nombre en district.yaml (caretakers) a dos personas de grupos distintos y cárguelo otra vez.
check-caretakers-lost = No tengo cómo avisar a { $people }, a cargo del bot. Escriba en members.csv una cuenta en una plataforma que tenga token, y cárguelo otra vez.
check-caretakers-fine = A cargo del bot: { $people }.

check-platform-left-out = Los archivos del distrito nombran personas o canales en { $platform }, pero no tiene token y queda fuera. Ponga su token en `.env`, o quítelos de los archivos.
check-platform-silent = { $platform } no contesta, y no se pudo revisar lo demás. Vea si esta computadora llega a internet, e intente otra vez en unos minutos.
check-platform-refused = { $platform } no me dejó revisar más ({ $reason }). Vea si su token es correcto e intente otra vez.

check-slack-token-fine = SLACK_BOT_TOKEN abre el espacio de trabajo { $team } ({ $id }).
check-slack-token-refused = Slack no acepta SLACK_BOT_TOKEN ({ $reason }). Copie otra vez el Bot User OAuth Token (xoxb-…) de la página de la aplicación, en «OAuth & Permissions».
check-slack-other-workspace = SLACK_BOT_TOKEN abre el espacio de trabajo { $team } ({ $id }), pero los archivos del distrito nombran { $named }. Instale ahí la aplicación, o corrija los identificadores en los archivos y cárguelos otra vez.
check-slack-install-fine = La aplicación está instalada en el espacio de trabajo { $team } ({ $id }).
check-slack-install-old = Lo que abre el espacio de trabajo { $id } se renueva cuando el bot funciona. Inícielo y entonces se podrá revisar.
check-slack-install-refused = Slack ya no deja entrar al bot en el espacio de trabajo { $id } ({ $reason }). Una persona que lo administra instala otra vez la aplicación, en /slack/install.
check-slack-not-installed = La aplicación no está instalada en { $named }, que nombran los archivos del distrito. Inicie el bot; después, una persona que administra el espacio de trabajo abre /slack/install en su dirección.
check-slack-scopes-fine = La aplicación tiene todos los permisos que el bot necesita.
check-slack-scopes-missing = A la aplicación le faltan estos permisos: { $scopes }. Compare su manifiesto con adapters/slack/manifest.yaml y elija «Reinstall» y «Allow» en su página.
check-slack-scopes-untold = Slack no dice qué permisos tiene la aplicación. Compárelos con adapters/slack/manifest.yaml.
check-slack-scopes-later = Solo los canales unidos necesitan estos permisos, que la aplicación no tiene: { $scopes }.
check-slack-called = Slack llama al bot, con SLACK_SIGNING_SECRET. Si llega hasta él se ve en la configuración de la aplicación, en «Event Subscriptions», cuando el bot funciona.
check-slack-socket-fine = SLACK_APP_TOKEN abre una conexión.
check-slack-socket-refused = Slack no abre ninguna conexión con SLACK_APP_TOKEN ({ $reason }). Haga un token de la aplicación (xapp-…) con el permiso connections:write, en «Basic Information», y encienda Socket Mode.
check-slack-channels-fine =
    { $count ->
        [one] Un canal está como dicen los archivos, y el bot está en él.
       *[other] { $count } canales están como dicen los archivos, y el bot está en ellos.
    }
check-slack-channel-hidden = No encuentro ningún canal { $id } («{ $channel }» en places.csv). Si es privado, escriba ahí: /invite @{ $bot }. Si no, corrija su identificador y cargue otra vez los archivos.
check-slack-channel-outside = El bot no está en #{ $channel }. Escriba ahí: /invite @{ $bot }
check-slack-channel-archived = #{ $channel } está archivado. Sáquelo del archivo, o nombre otro canal en places.csv y cárguelo otra vez.
check-slack-caucus-public = #{ $channel } es para un solo grupo, pero es público: cualquiera del espacio de trabajo puede entrar y leerlo. Hágalo privado en su configuración.
check-slack-caucus-shared = #{ $channel } es para un solo grupo, pero está compartido con otra organización. Termínelo en su configuración, o use otro canal.

check-slack-people-fine =
    { $count ->
        [one] Una cuenta de members.csv está en el espacio de trabajo.
       *[other] { $count } cuentas de members.csv están en el espacio de trabajo.
    }
check-slack-people-lost = Las cuentas de estos miembros no están en el espacio de trabajo: { $people }. Corrija sus identificadores en members.csv y cárguelo otra vez.
check-slack-people-untold = No se pudo revisar si las cuentas de los miembros están en el espacio de trabajo: para eso hace falta el permiso users:read.

check-discord-token-fine = DISCORD_TOKEN es el del bot { $bot }.
check-discord-token-refused = Discord no acepta DISCORD_TOKEN ({ $reason }). En el portal para desarrolladores, elija «Reset Token» en «Bot» y ponga lo que muestra.
check-discord-words-fine = Si el bot lee lo que escribe la gente (Message Content) es como dice DISCORD_MESSAGE_CONTENT.
check-discord-words-kept = Discord no le muestra al bot lo que escribe la gente. Eso importa solo para los canales unidos y los comités que también están en Slack: en ese caso, encienda «Message Content» en «Bot», en el portal para desarrolladores.
check-discord-words-unused = «Message Content» está encendido en el portal para desarrolladores, pero DISCORD_MESSAGE_CONTENT dice que no se pide. Se puede apagar.
check-discord-server-fine = El bot está en el servidor { $server } ({ $id }).
check-discord-server-missing = El bot no está en el servidor { $id } que nombran los archivos. Abra la invitación que describe el README, o corrija el identificador en los archivos y cárguelos otra vez.
check-discord-channels-fine =
    { $count ->
        [one] Un canal está como dicen los archivos, y el bot puede hacer ahí lo que debe.
       *[other] { $count } canales están como dicen los archivos, y el bot puede hacer ahí lo que debe.
    }
check-discord-channel-missing = No encuentro ningún canal { $id } («{ $channel }» en places.csv). Deje que el bot lo vea (Ver canal), o corrija su identificador y cargue otra vez los archivos.
check-discord-permissions = En #{ $channel } al bot le faltan: { $permissions }. Dele estos permisos en la configuración del canal.
check-discord-may-view = Ver canal
check-discord-may-send = Enviar mensajes
check-discord-may-start-threads = Crear hilos públicos
check-discord-may-send-in-threads = Enviar mensajes en hilos
check-discord-may-attach = Adjuntar archivos
check-discord-may-read-history = Leer el historial de mensajes
check-discord-caucus-open = #{ $channel } es para un solo grupo, pero cualquiera del servidor puede verlo. Hágalo privado en su configuración.
check-discord-people-fine =
    { $count ->
        [one] Una cuenta de members.csv está en el servidor.
       *[other] { $count } cuentas de members.csv están en el servidor.
    }
check-discord-people-lost = Las cuentas de estos miembros no están en el servidor: { $people }. Invítelos, o corrija sus identificadores en members.csv y cárguelo otra vez.
check-discord-people-rest =
    { $count ->
        [one] Otra cuenta de members.csv no se revisó.
       *[other] Otras { $count } cuentas de members.csv no se revisaron: tardaría demasiado.
    }
