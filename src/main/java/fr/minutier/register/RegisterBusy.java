package fr.minutier.register;

import java.nio.file.Path;
import java.util.Optional;

/** Another process holds the register: one run at a time. The message is a French sentence for the terminal. */
public final class RegisterBusy extends Exception {
    private static final long serialVersionUID = 1L;

    RegisterBusy(Path folder, Optional<Holder> holder, Throwable cause) {
        this("«\u00a0" + folder + "\u00a0»", holder, cause);
    }

    RegisterBusy(Server server, Optional<Holder> holder, Throwable cause) {
        this("de la base " + server, holder, cause);
    }

    private RegisterBusy(String where, Optional<Holder> holder, Throwable cause) {
        super(
                "le registre %s est tenu par un autre traitement%s\u00a0: attendez qu’il soit terminé, puis relancez la commande."
                        .formatted(
                                where,
                                holder.map(Holder::words)
                                        .map(words -> " (" + words + ")")
                                        .orElse("")),
                cause);
    }
}
