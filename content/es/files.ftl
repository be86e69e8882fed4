# Archivos que la gente le manda al bot

file-add = Agregar un archivo
file-send = Mándeme el archivo aquí, en nuestros mensajes directos, antes de una hora.
file-kinds = Un PDF, una tabla (xlsx, csv), un documento (docx) o una imagen (png, jpg), de { $size } MB como máximo.
file-full = Ya hay { $most } archivos. Primero quite uno.
file-no-room = No hay lugar: su distrito ya llegó al límite de archivos que guardo. Por favor, quite algo que ya nadie necesite o mande un enlace.
file-kind = No puedo recibir esa clase de archivo.
file-large = Ese archivo es demasiado grande.
file-elsewhere = No puedo traer ese archivo de donde está. Por favor, mándemelo directamente.
file-one = De uno en uno, por favor: recibo «{ $name }».
file-fetched = Estoy trayendo «{ $name }».
file-refused = No pude traer «{ $name }», o no es lo que dice su nombre. Por favor, mándelo otra vez: primero oprima «Agregar un archivo».
file-came = Ya llegó «{ $name }» ({ $size }). Nadie más lo tiene todavía.
file-personal = Parece tener números, fechas de nacimiento o direcciones como los expedientes de estudiantes. Por favor, revíselo antes de compartirlo.
file-dropped = «{ $name }» se borró aquí. Quienes ya lo bajaron lo siguen teniendo.
file-follows = Aquí viene «{ $name }». Solo usted lo recibe.
file-get = { $name } ({ $size })
