<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Lists</name>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ActionDialog</name>
    <message numerus="yes">
        <source>%n messages are hit.</source>
        <translation>
            <numerusform>%n message is hit.</numerusform>
            <numerusform>%n messages are hit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are hit now: %1…</source>
        <translation>
            <numerusform>%n is hit now: %1…</numerusform>
            <numerusform>%n are hit now: %1…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are hit now: %1</source>
        <translation>
            <numerusform>%n is hit now: %1</numerusform>
            <numerusform>%n are hit now: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::admin::Alerts</name>
    <message numerus="yes">
        <source>%n reports wait to be looked at.</source>
        <translation>
            <numerusform>%n report waits to be looked at.</numerusform>
            <numerusform>%n reports wait to be looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::admin::AlertsDialog</name>
    <message numerus="yes">
        <source>It has to last for %n seconds. The desktop notifies you, and every page shows it.</source>
        <translation>
            <numerusform>It has to last for %n second. The desktop notifies you, and every page shows it.</numerusform>
            <numerusform>It has to last for %n seconds. The desktop notifies you, and every page shows it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ConnectionActions</name>
    <message numerus="yes">
        <source>Kick %n…</source>
        <translation>
            <numerusform>Kick %n…</numerusform>
            <numerusform>Kick %n…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ConsolePages</name>
    <message numerus="yes">
        <source>The chain of all %n entries is whole.</source>
        <translation>
            <numerusform>The chain of %n entry is whole.</numerusform>
            <numerusform>The chain of all %n entries is whole.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::admin::DetailsPane</name>
    <message numerus="yes">
        <source>%n connections are chosen.</source>
        <translation>
            <numerusform>%n connection is chosen.</numerusform>
            <numerusform>%n connections are chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::admin::KickDialog</name>
    <message numerus="yes">
        <source>Kick %n connections?</source>
        <translation>
            <numerusform>Kick %n connection?</numerusform>
            <numerusform>Kick %n connections?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Kick %n</source>
        <translation>
            <numerusform>&amp;Kick %n</numerusform>
            <numerusform>&amp;Kick %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kicked.</source>
        <translation>
            <numerusform>%n kicked.</numerusform>
            <numerusform>%n kicked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had left already.</source>
        <translation>
            <numerusform>%n had left already.</numerusform>
            <numerusform>%n had left already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not kicked, since you stopped.</source>
        <translation>
            <numerusform>%n not kicked, since you stopped.</numerusform>
            <numerusform>%n not kicked, since you stopped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed: %1</source>
        <translation>
            <numerusform>%n failed: %1</numerusform>
            <numerusform>%n failed: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ListExport</name>
    <message numerus="yes">
        <source>%n rows are written.</source>
        <translation>
            <numerusform>%n row is written.</numerusform>
            <numerusform>%n rows are written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows were written to %1.</source>
        <translation>
            <numerusform>%n row was written to %1.</numerusform>
            <numerusform>%n rows were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ModerationDesk</name>
    <message numerus="yes">
        <source>%n bans lifted.</source>
        <translation>
            <numerusform>%n ban lifted.</numerusform>
            <numerusform>%n bans lifted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mutes lifted.</source>
        <translation>
            <numerusform>%n mute lifted.</numerusform>
            <numerusform>%n mutes lifted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages of %1 are gone.</source>
        <translation>
            <numerusform>%n message of %1 is gone.</numerusform>
            <numerusform>%n messages of %1 are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reports dismissed.</source>
        <translation>
            <numerusform>%n report dismissed.</numerusform>
            <numerusform>%n reports dismissed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reports settled.</source>
        <translation>
            <numerusform>%n report settled.</numerusform>
            <numerusform>%n reports settled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kicked.</source>
        <translation>
            <numerusform>%n kicked.</numerusform>
            <numerusform>%n kicked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n messages away?</source>
        <translation>
            <numerusform>Take %n message away?</numerusform>
            <numerusform>Take %n messages away?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages are gone.</source>
        <translation>
            <numerusform>%n message is gone.</numerusform>
            <numerusform>%n messages are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ban %n targets?</source>
        <translation>
            <numerusform>Ban %n target?</numerusform>
            <numerusform>Ban %n targets?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mute %n targets?</source>
        <translation>
            <numerusform>Mute %n target?</numerusform>
            <numerusform>Mute %n targets?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n banned.</source>
        <translation>
            <numerusform>%n banned.</numerusform>
            <numerusform>%n banned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n muted.</source>
        <translation>
            <numerusform>%n muted.</numerusform>
            <numerusform>%n muted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::admin::OverviewPage</name>
    <message numerus="yes">
        <source>of one core; %n workers</source>
        <translation>
            <numerusform>of one core; %n worker</numerusform>
            <numerusform>of one core; %n workers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::admin::TraceDialog</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames.</source>
        <translation>
            <numerusform>%n frame.</numerusform>
            <numerusform>%n frames.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more went by too fast to be shown.</source>
        <translation>
            <numerusform>%n more went by too fast to be shown.</numerusform>
            <numerusform>%n more went by too fast to be shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::admin::VictimList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
