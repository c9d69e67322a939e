// placeholder until packaged
