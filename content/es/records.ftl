records-not-sent = Todavía no se envía nada.
records-student-id = Esto parece el número de un estudiante: «{ $found }».
records-birthday = Esto parece una fecha de nacimiento: «{ $found }».
records-email = Esto parece una dirección de correo: «{ $found }».
records-number = Esto parece un número del expediente de alguien: «{ $found }».
records-own = Esto parece un dato que su distrito guarda en los expedientes de estudiantes: «{ $found }».
records-why = Por favor, quítelo si no hace falta: lo leerán más personas, y lo que ya se leyó no se puede recoger. Yo solo comparo patrones y puedo equivocarme; usted decide.
records-as-is = Enviarlo así
