select code, register from theme where register is not null
