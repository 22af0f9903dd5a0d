document.title = "VoiceMed";
