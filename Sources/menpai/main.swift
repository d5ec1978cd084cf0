print("menpai")
