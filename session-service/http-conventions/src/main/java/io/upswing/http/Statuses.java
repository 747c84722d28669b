package io.upswing.http;

/** What is said of an error of which only the status is known. */
final class Statuses {
    private Statuses() {}

    static String codeOf(int status) {
        return switch (status) {
            case 400 -> "bad-input";
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 414 -> "address-too-long";
            case 415 -> "unsupported-media-type";
            case 431 -> "headers-too-large";
            default -> status >= 500 ? "unexpected" : "refused";
        };
    }

    static String detailOf(int status) {
        return switch (status) {
            case 400 -> "The request cannot be understood.";
            case 401 -> "A valid bearer token is needed.";
            case 403 -> "The role of the token does not allow this.";
            case 404 -> "There is no such thing here.";
            case 405 -> "This address does not know that method.";
            case 406 -> "Answers are application/json.";
            case 413 -> "The body is larger than " + BodyReader.LIMIT / 1024 + " KiB.";
            case 415 -> "Bodies are application/json.";
            default -> "The request was refused with status " + status + ".";
        };
    }
}
