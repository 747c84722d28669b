package io.upswing.notification.domain;

/** What a provider's call says. */
public sealed interface Reading {

    /** Whoever calls is not the provider. */
    record Forged() implements Reading {}

    /** It is the provider, but it cannot be told of what it speaks. */
    record Senseless(String why) implements Reading {}

    /** It says nothing that is kept. */
    record Nothing() implements Reading {}

    /** Something that the log may not know. */
    sealed interface News extends Reading {
        Claim claim();
    }

    /** It has the message: news where our call to it was not answered. */
    record Taken(Claim claim, Handover.Accepted handover) implements News {}

    /** What became of the message. */
    record Told(Claim claim, Receipt receipt) implements News {}
}
