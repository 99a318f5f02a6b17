<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Composer</name>
    <message numerus="yes">
        <source>This message is %n character(s) too long to be sent.</source>
        <translation>
            <numerusform>This message is %n character too long to be sent.</numerusform>
            <numerusform>This message is %n characters too long to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DirectoryDelegate</name>
    <message numerus="yes">
        <source>#%1, %n people</source>
        <translation>
            <numerusform>#%1, %n person</numerusform>
            <numerusform>#%1, %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleButton</name>
    <message numerus="yes">
        <source>%n people in this room</source>
        <translation>
            <numerusform>%n person in this room</numerusform>
            <numerusform>%n people in this room</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message numerus="yes">
        <source>%n people in this room</source>
        <translation>
            <numerusform>%n person in this room</numerusform>
            <numerusform>%n people in this room</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomDelegate</name>
    <message numerus="yes">
        <source>%1, %n unread message(s)</source>
        <translation>
            <numerusform>%1, %n unread message</numerusform>
            <numerusform>%1, %n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomsButton</name>
    <message numerus="yes">
        <source>Rooms, %n unread message(s)</source>
        <translation>
            <numerusform>Rooms, %n unread message</numerusform>
            <numerusform>Rooms, %n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SanctionDialog</name>
    <message numerus="yes">
        <source>Shorter, please: it is %n byte(s) too long.</source>
        <translation>
            <numerusform>Shorter, please: it is %n byte too long.</numerusform>
            <numerusform>Shorter, please: it is %n bytes too long.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBanner</name>
    <message numerus="yes">
        <source>Trying again in %n second(s). What you write meanwhile is sent then.</source>
        <translation>
            <numerusform>Trying again in %n second. What you write meanwhile is sent then.</numerusform>
            <numerusform>Trying again in %n seconds. What you write meanwhile is sent then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::desktop::TrayIcon</name>
    <message numerus="yes">
        <source>Chinwag: %n unread message(s)</source>
        <translation>
            <numerusform>Chinwag: %n unread message</numerusform>
            <numerusform>Chinwag: %n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::models::ConnectForm</name>
    <message numerus="yes">
        <source>A nickname has at most %n characters.</source>
        <translation>
            <numerusform>A nickname has at most %n character.</numerusform>
            <numerusform>A nickname has at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A room is 1 to %n letters, digits, “-”, “_” or “.”.</source>
        <translation>
            <numerusform>A room is %n letter, digit, “-”, “_” or “.”.</numerusform>
            <numerusform>A room is 1 to %n letters, digits, “-”, “_” or “.”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::models::Profile</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::models::Restrictions</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
</TS>
