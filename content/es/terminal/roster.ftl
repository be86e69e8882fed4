## `start-somewhere load`: qué está mal en los archivos de un distrito, para quien los lleva. Cada línea dice dónde está
## y qué hacer.
roster-at = { $where }: { $says }
roster-line = { $file }, línea { $number }
roster-entry = district.yaml: { $part }, entrada { $number }
roster-in-field = { $field } { $says }
roster-in-entry = entrada { $number }, { $says }
roster-misfit = no sirve así: { $why }

# Un archivo y cómo está hecho
roster-no-file = este archivo falta en la carpeta
roster-shut-file = este archivo no se puede abrir ({ $why })
roster-no-utf8 = guarde este archivo en UTF-8 (en una hoja de cálculo: «CSV UTF-8»)
roster-no-yaml = esto no es YAML; revise la sangría, los dos puntos y las comillas
roster-strange-yaml = esto no es YAML que se pueda leer
roster-no-csv = desde aquí no se puede leer; revise las comillas
roster-more-cells = hay más celdas que en el encabezado; ponga entre comillas el texto que tenga una coma
roster-no-column = no existe la columna { $column }; las columnas son { $columns }
roster-column-twice = la columna '{ $column }' está dos veces
roster-column-missing = falta la columna '{ $column }'
roster-repeated = { $what } '{ $value }' ya está en { $first }
roster-account = la cuenta
roster-account-on = la cuenta de { $platform }

# Lo que dice una celda o una entrada, después de su nombre
roster-empty = está vacío: llénelo
roster-unknown = no existe aquí: revise cómo está escrito o quítelo
roster-needs-entries = necesita entradas debajo, cada una con un guion al principio
roster-needs-lines = necesita líneas debajo, como 'key: lincoln'
roster-needs-text = necesita texto en una sola línea
roster-yes-or-no = es true o false

# Después de «no sirve así»
roster-one-of = escriba { $known }
roster-day = escriba un día, como 2029-06-30
roster-number = escriba un número entero
roster-at-least = escriba { $least } o más
roster-at-most = escriba { $most } o menos
roster-unfit = aquí no se puede leer
roster-key = hasta 40 letras minúsculas de la a a la z, cifras y guiones
roster-key-twice = la misma clave está dos veces
roster-name = una sola línea de hasta 75 caracteres
roster-topical = una sola línea de hasta 40 caracteres
roster-zone = escriba una zona horaria con su nombre de IANA, como America/Chicago
roster-hours = escriba dos horas en punto del día, como 7-18
roster-weekly = escriba un día de la semana en inglés y una hora en punto, como monday 7
roster-record = escriba uno de estos: { $kinds }; o un patrón con al menos tres # (una cifra) o ? (una letra), como CV-#####
roster-slack-team = el identificador de un espacio de trabajo de Slack, como T01ABCDEF
roster-slack-user = el identificador de una persona en Slack, como U01ABCDEF
roster-snowflake = un identificador de Discord, de 17 a 20 cifras; dé a la columna formato de texto
roster-channel = el identificador de un canal de Slack o de Discord
roster-team = el identificador de un espacio de trabajo de Slack o de un servidor de Discord
roster-workspace = una plataforma y un identificador de ahí, como slack:T01ABCDEF
roster-elsewhere = una cuenta con su espacio de trabajo, como slack:T01ABCDEF/U01ABCDEF
roster-home = una plataforma y el identificador de un canal, como slack:C01ABCDEF
roster-topic-ways = un tema tiene un comité que contesta (committee) o un contacto (contact): llene uno de los dos
roster-two-bodies = un cargo es de un edificio o de un comité: deje uno de los dos vacío
roster-other-platform = el identificador del canal no parece de esa plataforma
roster-no-mentions = solo Discord tiene roles: deje mentions vacío
roster-caucus = un lugar caucus es para un solo grupo: nómbrelo en groups
roster-joint = un lugar joint es para dos grupos o más: nómbrelos en groups
roster-community = un lugar community es para todas las personas: deje groups vacío

# Si los archivos van juntos
roster-not-in-district = { $part } '{ $key }' no está en district.yaml
roster-no-member = { $part } '{ $key }' no está en members.csv
roster-deputy-is-holder = deputy '{ $key }' ya tiene el cargo (holder); nombre a otra persona
roster-holder-of-others = { $part } '{ $key }' es del grupo '{ $group }', y el cargo es de '{ $own }'
roster-above-missing = el cargo de arriba, '{ $above }', no está en seats.csv
roster-above-of-others = el cargo de arriba, '{ $above }', es del grupo '{ $group }', y este es de '{ $own }'
roster-above-in-a-ring = los cargos que están arriba de '{ $key }' llevan otra vez a él
roster-caretaker-unknown = '{ $key }', en caretakers, no está en members.csv
roster-caretakers-of-one-group = en caretakers van dos personas de grupos distintos
roster-no-caretakers = no nombra a nadie que cuide el bot (caretakers), así que nadie puede conectar un espacio de trabajo con un código y nadie se entera de lo que necesita atención; nombre a dos personas de grupos distintos
roster-caretaker-without-account = '{ $key }', en caretakers, no tiene ninguna cuenta, así que no tengo cómo avisarle
roster-also-before-home = llene home antes que also
roster-home-missing = home '{ $key }' no está en places.csv
roster-home-twice = el mismo lugar (home) está dos veces
roster-homes-differ = sus lugares (home, also) son para personas distintas; lo que se dice en uno llegaría a otras personas en el otro
roster-home-of-others = '{ $home }', un lugar del comité '{ $committee }', no es para el grupo del cargo, '{ $group }'; quite el cargo del comité o dé al comité otro lugar
roster-committee-homeless = el comité '{ $key }' no tiene lugar; llene home, para que ahí lleguen las preguntas
roster-contact-missing = contact '{ $key }' no está en seats.csv
roster-workspace-twice = '{ $workspace }' está dos veces
roster-first-workspace-first = llene primero { $setting }
roster-workspace-unnamed = '{ $workspace }' no está en also, en district.yaml
roster-workspace-empty = { $setting } está vacío; llénelo, porque { $where } está en { $platform }

# Lo que la base de datos dice en contra
roster-workspace-taken = { $workspace } ya es de otro distrito
roster-somebody-elses-key = la clave (key) '{ $key }' es de { $owner }, y de ella depende todo lo que { $owner } ha escrito; dé a { $name } una clave propia (si son la misma persona, cargue esta línea una vez con el nombre { $owner } y una cuenta, y después con el nombre nuevo)
roster-another-roles-key = la clave (key) '{ $key }' es la de un cargo de { $whose }, y lo que se dijo a ese cargo es para su gente; dé a este una clave propia
