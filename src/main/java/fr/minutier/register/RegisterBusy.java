package fr.minutier.register;

import java.nio.file.Path;

/** Another process holds the register: one run at a time. The message is a French sentence for the terminal. */
public final class RegisterBusy extends Exception {
    private static final long serialVersionUID = 1L;

    RegisterBusy(Path folder, Throwable cause) {
        super(
                "Le registre « %s » est tenu par un autre traitement : attendez qu’il soit terminé, puis relancez la commande."
                        .formatted(folder),
                cause);
    }
}
