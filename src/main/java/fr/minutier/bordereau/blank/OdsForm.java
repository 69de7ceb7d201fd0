package fr.minutier.bordereau.blank;

final class OdsForm {
    static byte[] bytes(Form form) {
        return new byte[0];
    }
}
